//! The families of the Lough Arden Trust, an invented Health and Social Care Trust in Northern Ireland.

use super::story::{Author, Born, Said, Story, Then, Tongue, adult, child};
use domain::referral::Why;

use Author::{Manager, Officer, Worker};
use Then::{Accepted, Asked, NotAccepted, Wrote};
use Tongue::En;

/// Every family, in no order.
pub const FAMILIES: &[Story] = &[
    Story {
        days_ago: 1,
        worker: 0,
        people: &[
            child("Caoimhe", "Ní Dhonnabháin", 10, 2)
                .speaks("ga")
                .status("child_in_need"),
            child("Oisín", "Ní Dhonnabháin", 8, 7).status("child_in_need"),
            adult("Gráinne", "Ní Dhonnabháin", 36, "mammy")
                .speaks("ga")
                .reach("07700 900201", "after six", ""),
        ],
        needs: &["wellbeing", "routines"],
        going_well: "Caoimhe and Oisín are never late for school and their teacher says they are a joy. Gráinne reads to \
                     them in Irish every night.",
        worries: "Gráinne is to have an operation and will be slow on her feet for some weeks. She has asked for help \
                  before things get hard, not after.",
        homes: &[(2, "12 Sally Gardens, Ballyarden", false)],
        then: &[],
    },
    Story {
        days_ago: 6,
        worker: 1,
        people: &[
            child("Ethan", "Boyd-McKee", 13, 11).status("child_protection_register"),
            child("Lexi", "Boyd-McKee", 5, 0).status("child_protection_register"),
            adult("Leanne", "McKee", 33, "mum"),
            adult("Trevor", "Boyd", 39, "Ethan's daddy").said(Said::NotAsked),
        ],
        needs: &["dealing_with_crisis", "behaviour", "family_relationships"],
        going_well: "Ethan makes the packed lunches and is proud of it. Leanne rang us herself on Sunday night and said she \
                     needed somebody.",
        worries: "There have been two bad nights this month when neighbours rang the police. Lexi has started to wet the \
                  bed again and is sorry about it, though it is not her fault.",
        homes: &[
            (2, "88 Quarry Road, Ballyarden", false),
            (3, "Flat 1, 6 Mill Street, Drumkeel", false),
        ],
        then: &[(
            2,
            Asked("Is Trevor to know about the referral? Please check with Leanne before anybody writes to him."),
        )],
    },
    Story {
        days_ago: 27,
        worker: 0,
        people: &[
            child("Fiadh", "McGovern", 4, 4).status("child_in_need"),
            child("Cillian", "McGovern", 2, 0).status("child_in_need"),
            child("Baby", "McGovern", 0, 4)
                .born(Born::MonthOnly(4))
                .status("child_in_need"),
            adult("Niamh", "McGovern", 25, "mummy"),
            adult("Conor", "McGovern", 27, "daddy"),
        ],
        needs: &["routines", "play_and_stimulation", "budgeting"],
        going_well: "A tidy wee house, a lot of laughing, and a granny two doors down. Conor is great in the bath and at \
                     bedtime.",
        worries: "Three under five and nobody has slept since the summer. Niamh says she is doing everything and enjoying \
                  nothing.",
        homes: &[(3, "5 Rowan Close, Drumkeel", false)],
        then: &[
            (5, Accepted),
            (
                6,
                Wrote(
                    Manager,
                    En,
                    "Spoke to Niamh. What she would like first is one morning a week when somebody else is in \
                                    the house.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 66,
        worker: 0,
        people: &[
            child("Shea", "Magee", 7, 3).returning().status("article_21"),
            child("Cara", "Magee", 5, 1).returning().status("article_21"),
            adult("Bernadette", "Magee", 31, "mummy").called("Bernie"),
        ],
        needs: &["routines", "family_relationships", "access_to_support"],
        going_well: "Bernie has not missed one of her visits with Shea and Cara in five months, and each of them has a drawer \
                     of clean clothes waiting.",
        worries: "Going home is what everybody wants, and the first weeks will be tiring. Shea tests people to see whether \
                  they stay.",
        homes: &[(2, "41 Castle Terrace, Ballyarden", false)],
        then: &[
            (3, Accepted),
            (
                18,
                Wrote(
                    Worker,
                    En,
                    "Shea asked whether the carer has a dog. I said I would find out and write it down so that \
                                    nobody forgets.",
                ),
            ),
            (
                52,
                Wrote(
                    Officer,
                    En,
                    "Bernie came to the group and stayed for the washing up. She says that is where the talking \
                                     gets done.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 103,
        worker: 1,
        people: &[
            child("Aisling", "Heggarty", 11, 6).status("child_in_need"),
            child("Rory", "Heggarty", 9, 0).status("child_in_need"),
            adult("Deirdre", "Heggarty", 40, "mum").careful(
                "07700 900233",
                "weekday mornings only",
                "ring from a withheld number and say it is the dentist",
            ),
        ],
        needs: &["dealing_with_crisis", "wellbeing"],
        going_well: "Deirdre and the children have their own front door again. Aisling has painted it yellow.",
        worries: "The children's father has tried to find out where they live, through family and through people he knows at \
                  work. Rory does not like to be out of his mother's sight.",
        homes: &[(2, "2 Larch Mews, Drumkeel", true)],
        then: &[
            (2, Accepted),
            (
                3,
                Wrote(
                    Worker,
                    En,
                    "Safety plan gone through with Deirdre, and with Aisling in her own words. Somebody related \
                                   to the father works in this Trust and cannot see this record.",
                ),
            ),
            (
                70,
                Wrote(
                    Manager,
                    En,
                    "Deirdre would like a carer who lives on the other side of the lough. Written down as a \
                                     condition, not a wish.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 148,
        worker: 0,
        people: &[
            child("Daithí", "Campbell", 15, 2),
            adult("Lorraine", "Campbell", 52, "granny"),
            adult("Jim", "Campbell", 58, "granda"),
        ],
        needs: &["behaviour", "access_to_support"],
        going_well: "Daithí helps his granda with the pigeons before school and knows every one of them.",
        worries: "Daithí has been told to leave school twice this term. Lorraine and Jim thought they had finished with \
                  parents' evenings and are doing it all again.",
        homes: &[(1, "Hillhead Farm, Ballyarden", false)],
        then: &[
            (9, Accepted),
            (
                45,
                Wrote(
                    Worker,
                    En,
                    "Daithí let me hold the best pigeon. He wants to finish school if he can do it somewhere \
                                    smaller.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 190,
        worker: 1,
        people: &[
            child("Nadia", "Kowalewska", 6, 8).speaks("pl"),
            child("Filip", "Kowalewski", 3, 9).speaks("pl"),
            adult("Ewa", "Kowalewska", 30, "mama").speaks("pl"),
        ],
        needs: &["access_to_support", "budgeting"],
        going_well: "Ewa has learned English from the radio and Nadia corrects her. They laugh about it.",
        worries: "Ewa's hours were cut and she is behind with the rent. She is afraid that asking for help means somebody \
                  will take the children, and has been told it does not.",
        homes: &[(2, "Flat 9, Harbour House, Drumkeel", false)],
        then: &[
            (12, Accepted),
            (
                19,
                Wrote(
                    Worker,
                    En,
                    "The advice centre has a Polish speaker and stopped the eviction in a week. Ewa would still like \
                     somebody beside her for the letters.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 241,
        worker: 0,
        people: &[
            child("Tiarnán", "O’Hagan-Uí Néill", 1, 3).status("child_protection_register"),
            adult("Sorcha", "O’Hagan", 19, "mummy"),
            adult("Maeve", "O’Hagan", 43, "granny"),
        ],
        needs: &["play_and_stimulation", "routines", "wellbeing"],
        going_well: "Tiarnán smiles at everyone and at Sorcha most. She knows every noise he makes and what it means.",
        worries: "Sorcha is very young and very tired, and has stopped seeing her friends.",
        homes: &[(1, "15 Abbey Park, Ballyarden", false)],
        then: &[
            (6, Accepted),
            (
                7,
                Wrote(
                    Officer,
                    En,
                    "Sorcha would like to go back to her hairdressing course. We looked up the bus together.",
                ),
            ),
            (
                120,
                Wrote(
                    Worker,
                    En,
                    "First day back at college. Maeve minded Tiarnán, who did not notice, and Sorcha did.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 288,
        worker: 1,
        people: &[
            child("Jayden", "Orr", 9, 5),
            child("Kayla", "Orr", 7, 11),
            child("Riley", "Orr", 6, 3),
            child("Mason", "Orr", 4, 8),
            adult("Stacey", "Orr", 29, "mum"),
        ],
        needs: &["routines", "behaviour", "healthy_living", "budgeting"],
        going_well: "Four children who stick together. Jayden taught Mason to ride a bike in one afternoon.",
        worries: "Stacey is outnumbered. School dinners are the only hot meal on some days, and she knows it.",
        homes: &[(4, "73 Glen Road, Drumkeel", false)],
        then: &[
            (
                10,
                NotAccepted(
                    Why::Full,
                    "No carer had a free place. It was the ninth family we could not say yes to this \
                                         year, and we have told the partnership board so.",
                ),
            ),
            (
                80,
                Wrote(
                    Worker,
                    En,
                    "A breakfast club has opened at the school and all four go. Stacey helps there on \
                                    Thursdays.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 381,
        worker: 0,
        people: &[
            child("Clodagh", "Rafferty", 12, 0).status("supervision_order"),
            adult("Martin", "Rafferty", 47, "daddy").said(Said::No("he has had enough of meetings")),
        ],
        needs: &["family_relationships", "wellbeing"],
        going_well: "Clodagh writes stories and leaves them on the kitchen table for Martin to find. He keeps every one.",
        worries: "It has been very quiet in the house since Clodagh's mother died. They are each trying not to upset the \
                  other.",
        homes: &[],
        then: &[(
            20,
            NotAccepted(
                Why::FamilyDeclined,
                "Martin thanked us and said not now. He took the number for the bereavement \
                                                   service, and Clodagh has been twice.",
            ),
        )],
    },
    Story {
        days_ago: 415,
        worker: 1,
        people: &[
            child("Zara", "Hussain-Lyttle", 8, 8),
            adult("Samina", "Hussain", 35, "ammi").speaks("ur"),
            adult("Gary", "Lyttle", 37, "daddy"),
        ],
        needs: &["family_relationships"],
        going_well: "Zara is at home in both her families and translates the jokes.",
        worries: "Samina and Gary were thinking of living apart and wanted somebody to help Zara with it.",
        homes: &[],
        then: &[
            (8, Accepted),
            (
                50,
                Wrote(
                    Worker,
                    En,
                    "They have decided to live two streets apart. Zara drew both houses with the same path between them.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 520,
        worker: 0,
        people: &[
            child("Patrick", "Deeny", 3, 0).called("Paddy"),
            child("Grace", "Deeny", 1, 6),
            adult("Roisin", "Deeny", 24, "mammy"),
        ],
        needs: &["routines", "play_and_stimulation", "access_to_support"],
        going_well: "Paddy and Grace are sturdy and merry. Roisin goes to the library rhyme time whatever the weather.",
        worries: "Roisin has no family here and the flat is damp. She coughs, and so does Grace.",
        homes: &[(2, "Flat 3, Weir Court, Ballyarden", false)],
        then: &[
            (7, Accepted),
            (
                90,
                Wrote(
                    Officer,
                    En,
                    "The housing people have been. A dry flat was offered from the first of the month.",
                ),
            ),
            (
                180,
                Wrote(
                    Worker,
                    En,
                    "Both coughs are gone. Roisin says the flat smells of toast now, and of nothing else.",
                ),
            ),
        ],
    },
];
