//! The plans of the demonstration: what each of a family wants, in their own words, how near it is over the weeks, what they
//! say to the plan, and a family that needs longer.

use anyhow::{Context, Result};
use domain::access::{Action, Actor, Object};
use domain::family::{Family, Part};
use domain::goal::{ActionStage, Doer, Helper, Mark, NewAction};
use domain::id::FamilyId;
use domain::need::need;
use domain::plan::{HowOften, NewExtension, NewGoal, NewPlan, NewView, Stance, Term, Viewer};
use domain::support::kind;
use domain::text::Text;
use jiff::ToSpan;
use store::{Store, Tx, goal, plan};

/// In which weeks goals are marked.
pub const MARKED: &[usize] = &[3, 7, 12, 18, 24, 31, 39];

/// In which week another version of the plan is written.
pub const AGAIN: usize = 14;

/// What is wanted, and the area of need it is about.
type Wanted = (&'static str, &'static str);

/// What a plan of an area says, in its language.
struct Told {
    tongue: &'static str,
    adults: &'static [Wanted],
    children: &'static [Wanted],
    wishes: &'static [&'static str],
    hard_time: &'static str,
    again: &'static str,
    steps: [&'static str; 4],
    disagrees: &'static str,
    marked: [&'static str; 2],
    longer: &'static str,
}

const ENGLISH: Told = Told {
    tongue: "en",
    adults: &[
        (
            "Mornings without shouting, and all of us out by half past eight",
            "routines",
        ),
        ("Know on Sunday what the week will cost", "budgeting"),
        ("One evening a week that is mine", "wellbeing"),
    ],
    children: &[
        ("My own shelf in the fridge that nobody touches", "family_relationships"),
        ("Go to football on Wednesdays and not be late", "play_and_stimulation"),
        ("Sleep in my bed till morning", "routines"),
    ],
    wishes: &["That Mum laughs more.", "To stay at my school.", "A dog. Or a fish."],
    hard_time: "First ring the carer, any day until ten. After ten, the number on the fridge. Nan comes for the children.",
    again: "Mornings go well now, so the plan looks at evenings and money.",
    steps: [
        "Pack the bags before tea",
        "Write the week on the sheet by the door",
        "Ring the school about Thursday",
        "Choose one evening and put it on the wall",
    ],
    disagrees: "It says two visits. One is enough for me in the week I work nights.",
    marked: [
        "We did it four days out of five.",
        "A bad week. We start again on Monday.",
    ],
    longer: "The new flat comes in spring. Two months more, and they move with somebody beside them.",
};

const WELSH: Told = Told {
    tongue: "cy",
    adults: &[
        (
            "Boreau heb weiddi, a phawb allan erbyn hanner awr wedi wyth",
            "routines",
        ),
        ("Gwybod ddydd Sul beth fydd yr wythnos yn ei gostio", "budgeting"),
        ("Un noson yr wythnos i mi fy hun", "wellbeing"),
    ],
    children: &[
        (
            "Silff i mi yn yr oergell, a neb yn ei chyffwrdd",
            "family_relationships",
        ),
        (
            "Mynd i bêl-droed ar ddydd Mercher a pheidio â bod yn hwyr",
            "play_and_stimulation",
        ),
        ("Cysgu yn fy ngwely tan y bore", "routines"),
    ],
    wishes: &["Bod Mam yn chwerthin mwy.", "Aros yn fy ysgol.", "Ci. Neu bysgodyn."],
    hard_time: "Ffonio’r gofalwr maeth yn gyntaf, unrhyw ddydd tan ddeg. Ar ôl deg, y rhif ar yr oergell. Daw Nain at y plant.",
    again: "Mae’r boreau’n mynd yn dda, felly mae’r cynllun yn edrych ar y nosweithiau ac ar arian.",
    steps: [
        "Pacio’r bagiau cyn te",
        "Ysgrifennu’r wythnos ar y ddalen wrth y drws",
        "Ffonio’r ysgol am ddydd Iau",
        "Dewis un noson a’i rhoi ar y wal",
    ],
    disagrees: "Mae’n dweud dau ymweliad. Mae un yn ddigon i mi yn yr wythnos rwy’n gweithio nosweithiau.",
    marked: [
        "Gwnaethom ni hi bedwar diwrnod o bump.",
        "Wythnos wael. Dechreuwn eto ddydd Llun.",
    ],
    longer: "Daw’r fflat newydd yn y gwanwyn. Dau fis arall, ac fe symudan nhw gyda rhywun wrth eu hymyl.",
};

const fn told(area: usize) -> &'static Told {
    if area == 0 { &WELSH } else { &ENGLISH }
}

fn words(text: &str) -> Result<Text> {
    Ok(Text::parse(text)?)
}

/// The goals of a first plan: one for each adult, and for the two eldest children.
fn goals(told: &Told, family: &Family, n: usize) -> Result<Vec<NewGoal>> {
    let mut goals = Vec::new();
    for (part, wanted, most) in [(Part::Adult, told.adults, 2), (Part::Child, told.children, 2)] {
        let people = family.people.iter().filter(|person| person.part == part).take(most);
        for (person, at) in people.zip(n..) {
            let (text, area) = wanted[at % wanted.len()];
            goals.push(NewGoal {
                id: None,
                owner: person.id,
                words: words(text)?,
                need: need(area),
                mark: Mark::new(u8::try_from(2 + at % 3)?),
            });
        }
    }
    Ok(goals)
}

/// Writes the plan down, or its second version, and agrees a next step.
pub async fn write(
    store: &Store,
    carer: &Actor,
    family: FamilyId,
    (area, n): (usize, usize),
    again: bool,
) -> Result<()> {
    let may = store.permit(carer, Action::ChangePlan, Object::Family(family)).await?;
    let told = told(area);
    let unit = move |tx: &Tx| -> Result<()> {
        plan::hold(tx, family)?;
        let (known, _) = store::family::load(tx, family)?;
        let fits = plan::fits(tx, family)?;
        let mut goals = goals(told, &known, n)?;
        if again {
            let stand = goal::of_family(tx, family)?;
            let stand = stand.iter().filter(|one| one.goal.ended.is_none());
            goals = stand
                .map(|one| {
                    Ok(NewGoal {
                        id: Some(one.goal.id),
                        owner: one.goal.owner,
                        words: words(&one.words)?,
                        need: one.goal.need,
                        mark: None,
                    })
                })
                .collect::<Result<_>>()?;
        }
        let children = known.people.iter().filter(|person| person.part == Part::Child);
        let wishes = children.zip(told.wishes.iter().cycle().skip(n % told.wishes.len()));
        let wishes = wishes.map(|(child, wish)| Ok((child.id, words(wish)?)));
        let support = [
            ("mentoring", HowOften::Weekly),
            ("home_routines", HowOften::Fortnightly),
            ("stay", HowOften::Monthly),
        ];
        let new = NewPlan {
            from_version: fits.last.as_ref().map_or(0, |last| last.version),
            met_on: tx.today(),
            planned_end: Term::SHIPPED.usual_end(fits.supported.context("the family has a carer")?),
            needs: ["routines", "wellbeing", "family_relationships"]
                .iter()
                .filter_map(|key| need(key))
                .collect(),
            support: support
                .iter()
                .filter_map(|(key, often)| Some((kind(key)?, *often)))
                .collect(),
            goals,
            wishes: wishes.collect::<Result<_>>()?,
            hard_time: Some(words(told.hard_time)?),
            more: None,
            change: if again { Some(words(told.again)?) } else { None },
        };
        let event = new
            .write(fits.last.as_ref(), fits.bounds(tx.today()))
            .map_err(|refusals| anyhow::anyhow!("{refusals:?}"))?;
        plan::record(tx, (family, known.site), told.tongue, &event)?;
        for one in goal::of_family(tx, family)?.iter().take(1) {
            let next = NewAction {
                words: words(told.steps[usize::from(again)])?,
                doer: Doer::Person(one.goal.owner),
                due: Some(tx.today().saturating_add(14.days())),
            };
            if one.goal.ended.is_none() {
                let event = one.goal.add_action(next, tx.today(), &fits.people)?;
                goal::record(tx, known.site, &one.goal, told.tongue, &event)?;
            }
        }
        Ok(())
    };
    store.write(may, unit).await
}

/// What is said to the version that stands: the first adult agrees, the second does not with all of it, the carer signs.
pub async fn say(store: &Store, carer: &Actor, family: FamilyId, area: usize) -> Result<()> {
    let may = store.permit(carer, Action::ChangePlan, Object::Family(family)).await?;
    let told = told(area);
    let account = match carer {
        Actor::Account { id, .. } => *id,
        _ => return Ok(()),
    };
    let unit = move |tx: &Tx| -> Result<()> {
        let (known, _) = store::family::load(tx, family)?;
        let newest = plan::newest(tx, family)?;
        let people: Vec<_> = known.people.iter().map(|person| person.id).collect();
        let adults = known.people.iter().filter(|person| person.part == Part::Adult);
        let stances = [(Stance::Agrees, None), (Stance::Disagrees, Some(told.disagrees))];
        let mut views: Vec<(Viewer, Stance, Option<&str>)> = adults
            .zip(stances)
            .map(|(person, (stance, said))| (Viewer::Person(person.id), stance, said))
            .collect();
        views.push((Viewer::Account(account), Stance::Agrees, None));
        for (by, stance, said) in views {
            let view = NewView {
                version: newest.version,
                by,
                stance,
                words: said.map(words).transpose()?,
            };
            let view = newest.view(view, &people)?;
            plan::record_view(tx, known.site, told.tongue, &newest, &view)?;
        }
        Ok(())
    };
    store.write(may, unit).await
}

/// Marks every open goal: mostly a little nearer, now and then harder; a first next step is done.
pub async fn mark(store: &Store, carer: &Actor, family: FamilyId, (area, n): (usize, usize)) -> Result<()> {
    let may = store.permit(carer, Action::ChangePlan, Object::Family(family)).await?;
    let told = told(area);
    let unit = move |tx: &Tx| -> Result<()> {
        let (known, _) = store::family::load(tx, family)?;
        for (at, one) in goal::of_family(tx, family)?.into_iter().enumerate() {
            if one.goal.ended.is_some() {
                continue;
            }
            let before = one.goal.now().map_or(3, |marked| marked.mark.number());
            let harder = (at + n) % 5 == 4;
            let after = if harder {
                before.saturating_sub(1)
            } else {
                (before + 1).min(9)
            };
            let said = Some(words(told.marked[usize::from(harder)])?).filter(|_| at == 0);
            let mark = Mark::new(after).context("0 to 10")?;
            let event = one.goal.mark((tx.today(), tx.today()), mark, said)?;
            goal::record(tx, known.site, &one.goal, told.tongue, &event)?;
            let open = one.goal.actions.iter().find(|step| step.stage == ActionStage::Open);
            if let Some(step) = open {
                let one = goal::load(tx, family, one.goal.id)?;
                let event = one.set_action(step.id, ActionStage::Done, tx.today())?;
                goal::record(tx, known.site, &one, told.tongue, &event)?;
                let one = goal::load(tx, family, one.id)?;
                let next = NewAction {
                    words: words(told.steps[one.actions.len() % told.steps.len()])?,
                    doer: Doer::Helper(Helper::Carer),
                    due: Some(tx.today().saturating_add(10.days())),
                };
                let event = one.add_action(next, tx.today(), &[])?;
                goal::record(tx, known.site, &one, told.tongue, &event)?;
            }
        }
        Ok(())
    };
    store.write(may, unit).await
}

/// Asks for two months more.
pub async fn ask_longer(store: &Store, carer: &Actor, family: FamilyId, area: usize) -> Result<()> {
    let may = store.permit(carer, Action::ChangePlan, Object::Family(family)).await?;
    let told = told(area);
    let unit = move |tx: &Tx| -> Result<()> {
        let (known, _) = store::family::load(tx, family)?;
        let Some(ends) = plan::fits(tx, family)?.ends else {
            return Ok(());
        };
        let new = NewExtension {
            to: ends.now.saturating_add(2.months()),
            reason: words(told.longer)?,
        };
        new.ask(Some(ends.first), Some(ends.now), false)?;
        plan::ask(tx, (family, known.site), ends, &new)?;
        Ok(())
    };
    store.write(may, unit).await
}
