//! A table and papers of invented people, and readers for what is made of them.

use jiff::civil::{Date, date};
use reports::{Address, Block, Cell, Column, Depth, Document, Fact, Head, Kind, Lines, Period, Stair, Table};
use words::Lang;

/// The day papers are made in these tests.
pub const MADE: Date = date(2026, 11, 21);

/// What the waiting list would be about: a column of each kind.
pub fn head(lang: Lang) -> Head {
    Head {
        lang,
        title: "Visits in November".to_owned(),
        columns: vec![
            Column::new("Family", Kind::Text, "The name the family goes by."),
            Column::new("Visits", Kind::Whole, "How many visits there were."),
            Column::new("Since", Kind::Day, "The day support began."),
            Column::new("Time", Kind::Minutes, "How long the visits took together."),
            Column::new("Claimed", Kind::Pounds, "What the carer was paid back for travel."),
        ],
    }
}

/// A row of each kind of value.
pub fn row(name: &str) -> Vec<Cell> {
    vec![
        name.into(),
        Cell::Whole(1234),
        Cell::Day(date(2026, 11, 21)),
        Cell::Minutes(95),
        Cell::Pounds(-1250),
    ]
}

/// A table with these names, a row each.
pub fn table<'a>(lang: Lang, names: impl IntoIterator<Item = &'a str>) -> Table {
    let mut table = Table::new(head(lang));
    for name in names {
        table.push(row(name)).expect("the row is as wide as the table");
    }
    table
}

/// A paper with these parts.
pub fn paper(lang: Lang, title: &str, blocks: Vec<Block>) -> Document {
    Document {
        lang,
        title: title.to_owned(),
        reader: "Siân Ŵyn-Prŷs".to_owned(),
        made_on: MADE,
        blocks,
    }
}

/// Support that stepped down, up and down again.
pub fn stair() -> Stair {
    let levels = ["Ar wahân", "Ysgafn", "Cyson", "Agos", "Bob dydd"];
    Stair {
        title: "Lefel y cymorth".to_owned(),
        said: "Y cymorth ar bob lefel dros amser; mae’r un ffigurau yn y tabl isod.".to_owned(),
        levels: levels.map(ToOwned::to_owned).into(),
        periods: vec![
            Period {
                from: date(2026, 1, 12),
                level: 3,
            },
            Period {
                from: date(2026, 4, 2),
                level: 2,
            },
            Period {
                from: date(2026, 7, 20),
                level: 4,
            },
            Period {
                from: date(2026, 8, 3),
                level: 2,
            },
            Period {
                from: date(2026, 10, 5),
                level: 1,
            },
        ],
        until: MADE,
    }
}

/// A letter in English.
pub fn letter() -> Document {
    let mut letter = paper(
        Lang::En,
        "Your break from 4 to 6 December",
        vec![
            Block::Address(Address {
                to: ["Siân Ŵyn-Prŷs", "4 Heol y Bont", "Llanfair", "XX1 1XX"]
                    .map(ToOwned::to_owned)
                    .into(),
                from: ["Bro Cerwen", "Step Up Step Down", "01632 960 000"]
                    .map(ToOwned::to_owned)
                    .into(),
            }),
            Block::paragraph("Dear Siân,"),
            Block::paragraph(
                "Macsen and Elin can stay with Lowri from Friday 4 December after school until Sunday 6 December, 4pm. \
                 You said that mornings are the hardest; Lowri will bring them to school on Friday.",
            ),
            Block::part("What happens next"),
            Block::List(vec![
                "Lowri rings you on Wednesday at 7pm.".into(),
                "You pack what they like to sleep with.".into(),
                "If anything changes, ring us: you need not say why.".into(),
            ]),
            Block::Heading(Depth::Section, "If you want it otherwise".to_owned()),
            Block::paragraph("Tell us by Tuesday. Nothing is settled against your wish."),
            Block::paragraph("With warm wishes,\nMair Tudur\nBro Cerwen"),
        ],
    );
    "Siân Ŵyn-Prŷs".clone_into(&mut letter.reader);
    letter
}

/// A review in Welsh, with what was said, what was agreed and the stair.
pub fn review() -> Document {
    paper(
        Lang::Cy,
        "Adolygiad teulu Ŵyn-Prŷs",
        vec![
            Block::Summary(vec![
                Fact::new("Dyddiad yr adolygiad", "dydd Sadwrn 21 Tachwedd 2026"),
                Fact::new("Gofalwr maeth", "Lowri ẃ Ŷ"),
                Fact::new("Pwy oedd yno", "Siân, Macsen, Lowri a Mair"),
            ]),
            Block::part("Beth sy’n mynd yn dda"),
            Block::paragraph("Mae’r boreau’n dawelach. Mae Macsen yn cerdded i’r ysgol gyda’i ffrind."),
            Block::quotation(
                "Dw i’n hoffi mynd i dŷ Lowri. Mae ganddi gi o’r enw Twm.\nA chŵn eraill 🐕.",
                "Macsen, 9 oed",
            ),
            Block::quotation(
                Lines::in_language("Teraz śpię lepiej. Dziękuję.", "pl"),
                "Nain, yn ei geiriau ei hun",
            ),
            Block::part("Lefel y cymorth"),
            Block::Stair(stair()),
            Block::part("Beth nesaf"),
            Block::List(vec![
                "Ymweliad bob dydd Mawrth, gyda’r nos.".into(),
                "Adolygiad arall ymhen tri mis.".into(),
            ]),
        ],
    )
}

/// A table of so many rows, long enough to go over pages.
pub fn long(rows: usize) -> Document {
    let names: Vec<String> = (1..=rows)
        .map(|at| format!("Teulu {at}, gyda rhywbeth hirach i’w ddarllen yma"))
        .collect();
    let table = table(Lang::En, names.iter().map(String::as_str));
    paper(
        Lang::En,
        "Every visit",
        vec![Block::part("The visits"), Block::Table(table)],
    )
}
