//! The families of Wexmoor, an invented borough in England.

use super::story::{Author, Born, Said, Story, Then, Tongue, adult, child};
use domain::referral::Why;

use Author::{Manager, Officer, Worker};
use Then::{Accepted, Asked, NotAccepted, Wrote};
use Tongue::{Cy, En};

/// Every family, in no order.
pub const FAMILIES: &[Story] = &[
    Story {
        days_ago: 2,
        worker: 0,
        people: &[
            child("Aaliyah", "Rehman", 9, 3).speaks("ur").status("child_in_need"),
            child("Ibrahim", "Rehman", 6, 10).speaks("ur").status("child_in_need"),
            adult("Shazia", "Rehman", 33, "ammi")
                .speaks("ur")
                .reach("07700 900301", "between school runs", ""),
            adult("Khalid", "Rehman", 40, "abbu").speaks("ur"),
        ],
        needs: &["wellbeing", "access_to_support", "family_relationships"],
        going_well: "Aaliyah is top of her class in spelling and Ibrahim wants to be a bus driver. Their grandmother rings \
                     from Lahore every evening.",
        worries: "Khalid has lost his work and sits up at night. Shazia is holding everything together and would like \
                  somebody to hold a corner of it.",
        homes: &[(2, "14 Tannery Row, Wexmoor", false)],
        then: &[],
    },
    Story {
        days_ago: 5,
        worker: 1,
        people: &[
            child("Freddie", "Marsh", 5, 8).status("child_protection_plan"),
            child("Poppy", "Marsh", 3, 1).status("child_protection_plan"),
            adult("Gemma", "Marsh", 28, "mum"),
        ],
        needs: &["routines", "healthy_living", "play_and_stimulation"],
        going_well: "Freddie and Poppy run to Gemma when she comes to fetch them. She has kept their room warm and full of \
                     drawings.",
        worries: "Gemma has begun to drink in the evenings again, told us so herself, and wants it to stop before the \
                  children notice.",
        homes: &[(2, "3 Cooper’s Yard, Wexmoor", false)],
        then: &[],
    },
    Story {
        days_ago: 19,
        worker: 0,
        people: &[
            child("Tyrell", "Bailey", 14, 0).status("child_in_need"),
            child("Shanice", "Bailey", 12, 5).status("child_in_need"),
            adult("Marcia", "Bailey", 39, "mum"),
            adult("Winston", "Bailey", 68, "grandad"),
        ],
        needs: &["behaviour", "dealing_with_crisis"],
        going_well: "Sunday dinner at Winston's has never once been missed, whatever else is going on.",
        worries: "Tyrell has new friends who are a good deal older and has come home with things nobody bought him. He says \
                  he is fine. Marcia does not think so.",
        homes: &[
            (2, "27 Orchard Way, Wexmoor", false),
            (3, "8 Orchard Way, Wexmoor", false),
        ],
        then: &[(
            3,
            Asked("Does Tyrell know about this referral? We would like to hear from him first, wherever suits him."),
        )],
    },
    Story {
        days_ago: 44,
        worker: 1,
        people: &[
            child("Leo", "Achterberg", 8, 1).returning().status("section_20"),
            child("Hanna", "Achterberg", 4, 9).status("child_in_need"),
            adult("Sanne", "Achterberg", 36, "mama").speaks("nl"),
        ],
        needs: &["routines", "family_relationships"],
        going_well: "Leo and his mother cook together on the telephone: she says what to do and he does it in his carer's \
                     kitchen.",
        worries: "Sanne has been in hospital for a long time. Coming home to two lively children is what she dreams of and \
                  what she fears.",
        homes: &[(2, "19 Priory Street, Wexmoor", false)],
        then: &[
            (4, Accepted),
            (
                16,
                Wrote(
                    Worker,
                    En,
                    "First overnight at home. Leo checked twice that his mother was still there, and then \
                                    slept until eight.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 88,
        worker: 0,
        people: &[
            child("Efa", "Parry", 6, 2).speaks("cy").status("child_in_need"),
            child("Twm", "Parry", 4, 0).speaks("cy").status("child_in_need"),
            adult("Catrin", "Parry", 31, "mam").speaks("cy"),
        ],
        needs: &["wellbeing", "play_and_stimulation"],
        going_well: "Mae Efa a Twm yn siarad Cymraeg gyda'i gilydd wrth chwarae, ac mae Catrin yn dweud mai dyna sŵn gorau'r \
                     diwrnod.",
        worries: "Mae Catrin ymhell o'i theulu ac yn teimlo'n unig. Pan fydd hi'n isel hoffai gael siarad yn ei hiaith ei \
                  hun.",
        homes: &[(2, "6 Saddler’s Close, Wexmoor", false)],
        then: &[
            (5, Accepted),
            (
                9,
                Wrote(
                    Manager,
                    En,
                    "Asked the Welsh areas whether one of their carers could ring Catrin while she waits. Two \
                                    offered within the hour.",
                ),
            ),
            (
                31,
                Wrote(
                    Worker,
                    Cy,
                    "Siaradodd Catrin â Nia ar y ffôn am awr. Roedd hi'n swnio'n ysgafnach o lawer.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 132,
        worker: 1,
        people: &[
            child("Maisie", "Thornber", 10, 7),
            child("Alfie", "Thornber", 10, 7),
            child("Unnamed", "", 0, 0).called("Bump").born(Born::Expected(4)),
            adult("Jodie", "Thornber", 32, "mum").careful("07700 900318", "Tuesdays and Thursdays", "never by letter"),
            adult("Lee", "Carrick", 34, "stepdad").said(Said::NotAsked),
        ],
        needs: &["dealing_with_crisis", "family_relationships", "access_to_support"],
        going_well: "Maisie and Alfie have each asked to help choose the baby's name, and each has a list.",
        worries: "There is shouting at home, and the twins have learned which stair creaks. Jodie is working out what she \
                  wants to do and needs people who will not hurry her.",
        homes: &[(3, "Flat 12, Albion House, Wexmoor", true)],
        then: &[
            (2, Accepted),
            (
                10,
                Wrote(
                    Worker,
                    En,
                    "Met Jodie at the library. We agreed how to get in touch and what to say if somebody else \
                                    answers.",
                ),
            ),
            (
                75,
                Wrote(
                    Officer,
                    En,
                    "Maisie and Alfie came to the holiday scheme. Alfie was on stage, Maisie did the lights.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 171,
        worker: 0,
        people: &[
            child("Noor", "Al-Sabbagh", 7, 0).speaks("ar"),
            child("Yahya", "Al-Sabbagh", 5, 4).speaks("ar"),
            child("Lina", "Al-Sabbagh", 2, 2).born(Born::Unknown).speaks("ar"),
            adult("Rima", "Al-Sabbagh", 29, "mama").speaks("ar"),
        ],
        needs: &["access_to_support", "wellbeing", "routines"],
        going_well: "Rima has made a home out of two rooms. The children take their shoes off and put them in a row, smallest \
                     last.",
        worries: "The family came here by a long road. Noor does not sleep well, and Rima does not know whom to ask for what.",
        homes: &[(3, "Room 4, 90 Station Road, Wexmoor", false)],
        then: &[
            (6, Accepted),
            (
                40,
                Wrote(
                    Manager,
                    En,
                    "Lina's birth date is not known for certain. The family keeps her birthday on the first day \
                                     of spring, and so shall we.",
                ),
            ),
            (
                100,
                Wrote(
                    Worker,
                    En,
                    "Noor slept through for a week. She told me so before I had sat down.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 219,
        worker: 1,
        people: &[
            child("Charlie", "Pemberton", 16, 3),
            adult("Angela", "Pemberton", 48, "mum"),
            adult("Steve", "Pemberton", 50, "dad"),
        ],
        needs: &["family_relationships", "wellbeing"],
        going_well: "Charlie chose the time and place of our first talk, and came early.",
        worries: "Charlie and Steve have stopped speaking. Charlie has been sleeping on a friend's sofa.",
        homes: &[],
        then: &[
            (
                13,
                NotAccepted(
                    Why::Full,
                    "No place for now. We asked the youth service to hold on to Charlie, and they have.",
                ),
            ),
            (
                60,
                Wrote(
                    Worker,
                    En,
                    "Charlie is home again. Steve drove over and asked, and that was all it took, once he did.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 255,
        worker: 0,
        people: &[
            child("Daisy", "O'Connor", 2, 11).status("child_protection_plan"),
            adult("Michaela", "O'Connor", 23, "mummy"),
            adult("Tomasz", "Baran", 26, "tata").speaks("pl"),
        ],
        needs: &["play_and_stimulation", "routines", "budgeting"],
        going_well: "Tomasz builds towers and Daisy knocks them down, for as long as anybody lets them.",
        worries: "Daisy says very few words yet. Michaela is worried that it is her fault. It is not.",
        homes: &[
            (1, "52 Meadow View, Wexmoor", false),
            (2, "52 Meadow View, Wexmoor", false),
        ],
        then: &[
            (7, Accepted),
            (
                50,
                Wrote(
                    Officer,
                    En,
                    "Daisy came to the music group. She did not say anything and did not stop smiling.",
                ),
            ),
            (
                140,
                Wrote(
                    Worker,
                    En,
                    "Fourteen words, Michaela has them written on the fridge, and two are Polish.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 310,
        worker: 1,
        people: &[
            child("Imogen", "Hale", 11, 1).no_reason(),
            adult("Rosalind", "Hale", 45, "mother"),
        ],
        needs: &["wellbeing"],
        going_well: "Imogen and Rosalind have a garden that wins prizes.",
        worries: "Imogen finds school very hard at the moment and has been at home since half-term.",
        homes: &[],
        then: &[(
            12,
            NotAccepted(
                Why::NotEligible,
                "This programme is for families where a child might come into care, and nobody thinks that here. The school \
                 nurse and a place at the small unit were a better answer.",
            ),
        )],
    },
    Story {
        days_ago: 367,
        worker: 0,
        people: &[
            child("Kacper", "Lis", 13, 0).speaks("pl"),
            child("Maja", "Lis", 11, 2).speaks("pl"),
            adult("Beata", "Lis", 41, "mama").speaks("pl"),
        ],
        needs: &["behaviour", "access_to_support"],
        going_well: "Kacper rides to school with Maja every day and waits for her at the gate.",
        worries: "Beata works nights. Kacper has been left in charge more than he should be, and has begun to act like it.",
        homes: &[(2, "11 Foundry Lane, Wexmoor", false)],
        then: &[
            (9, Accepted),
            (
                40,
                Wrote(
                    Worker,
                    En,
                    "A sitter comes on the nights Beata works. Kacper says that he sleeps now, and that it is strange.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 428,
        worker: 1,
        people: &[
            child("Amelia-Rose", "Finch", 4, 6),
            child("Harrison", "Finch", 2, 4),
            adult("Bethany", "Finch", 26, "mum"),
            adult("Dean", "Finch", 28, "dad"),
        ],
        needs: &["routines", "behaviour", "budgeting"],
        going_well: "Bethany and Dean came to see us together, sat close, and finished each other's sentences.",
        worries: "They have moved four times in two years and the children have stopped unpacking.",
        homes: &[(2, "1 Bank Cottages, Wexmoor", false)],
        then: &[
            (6, Accepted),
            (
                130,
                Wrote(
                    Worker,
                    En,
                    "The tenancy is signed for two years. The children have put their names on the bedroom doors.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 540,
        worker: 0,
        people: &[
            child("Rowan", "Sharpe", 10, 0).status("child_in_need"),
            child("Wren", "Sharpe", 7, 5).status("child_in_need"),
            adult("Alex", "Sharpe", 37, "parent"),
        ],
        needs: &["wellbeing", "routines"],
        going_well: "Rowan and Wren know the name of every bird in the park. Alex taught them.",
        worries: "Alex has a long illness with good weeks and bad ones. In the bad ones the children do more than children \
                  should.",
        homes: &[(2, "35 Heron Street, Wexmoor", false)],
        then: &[
            (8, Accepted),
            (
                60,
                Wrote(
                    Worker,
                    En,
                    "A good week. Wren read to us both from the bird book, doing the voices.",
                ),
            ),
            (
                300,
                Wrote(
                    Officer,
                    En,
                    "Rowan joined the young carers' group and came back with a joke that cannot be written \
                                      down here.",
                ),
            ),
            (
                420,
                Wrote(
                    Manager,
                    En,
                    "Alex rang to say that the bad weeks are planned for now, and that the children planned them.",
                ),
            ),
        ],
    },
];
