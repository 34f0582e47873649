//! The families of Bro Cerwen who were referred longer ago.

use crate::demo::story::{Author, Born, Said, Story, Then, Tongue, adult, child};
use domain::referral::Why;

use Author::{Manager, Officer, Worker};
use Then::{Accepted, Asked, NotAccepted, Withdrawn, Wrote};
use Tongue::{Cy, En};

/// Every one of them, the latest first.
pub const FAMILIES: &[Story] = &[
    Story {
        days_ago: 262,
        worker: 1,
        people: &[
            child("Yusuf", "Abdi-Price", 6, 1),
            child("Amina", "Abdi-Price", 1, 10),
            adult("Hodan", "Abdi", 32, "hooyo").speaks("so"),
            adult("Gareth", "Price", 35, "dad"),
        ],
        needs: &["wellbeing", "access_to_support"],
        going_well: "A warm home with a lot of singing in it. Gareth has cut his hours to be there at bedtime.",
        worries: "Hodan has been unwell since Amina was born and is waiting to see somebody. The family has been told to \
                  wait in so many places that they hardly wanted to ask once more.",
        homes: &[],
        then: &[
            (14, Accepted),
            (
                110,
                Wrote(
                    Worker,
                    En,
                    "Hodan is being seen every week now and feels more like herself. Gareth says the letters have stopped \
                     frightening him.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 300,
        worker: 0,
        people: &[
            child("Cadi", "Tudor-Jones", 3, 3).speaks("cy"),
            adult("Llinos", "Tudor-Jones", 27, "mam")
                .speaks("cy")
                .said(Said::No("hoffai roi cynnig arni ei hun gyntaf")),
        ],
        needs: &["play_and_stimulation"],
        going_well: "Mae Cadi yn siaradus a hapus, ac mae Llinos yn ei deall i'r dim.",
        worries: "Mae'r ymwelydd iechyd yn poeni nad oes teganau na llyfrau yn y cartref dros dro.",
        homes: &[],
        then: &[(
            9,
            NotAccepted(
                Why::FamilyDeclined,
                "Dywedodd Llinos yr hoffai roi cynnig arni gyda'r grŵp chwarae gyntaf. Mae'r drws yn agored iddi.",
            ),
        )],
    },
    Story {
        days_ago: 334,
        worker: 1,
        people: &[
            child("Lleucu", "Hopkins", 8, 0).returning().status("care_order"),
            child("Beca", "Hopkins", 6, 6).returning().status("care_order"),
            child("Now", "Hopkins", 1, 1).status("care_and_support_plan"),
            adult("Sioned", "Hopkins", 26, "mam").speaks("cy"),
            adult("Aled", "Roderick", 31, "tad Now")
                .speaks("cy")
                .said(Said::NotAsked),
        ],
        needs: &["routines", "family_relationships", "wellbeing", "budgeting"],
        going_well: "Mae Sioned wedi bod yn sobr ers blwyddyn ac un mis. Mae hi'n gwneud llyfr lluniau i'r merched gael \
                     gweld eu hystafell newydd.",
        worries: "Mae dod adref yn gam mawr i'r merched. Mae Now yn adnabod ei chwiorydd o'r lluniau yn unig.",
        homes: &[
            (3, "9 Llys Derwen, Porth Cerwen", false),
            (4, "1 Tai'r Ysgol, Cwm Eithin", false),
        ],
        then: &[
            (5, Accepted),
            (
                25,
                Wrote(
                    Worker,
                    Cy,
                    "Te parti yn y parc gyda phawb. Gwnaeth Lleucu gacen ac aeth Beca â Now ar y siglen.",
                ),
            ),
            (
                26,
                Wrote(
                    Manager,
                    Cy,
                    "Cytunwyd bod y teulu hwn yn dod gyntaf pan ddaw lle gyda rhywun sy'n byw yn agos.",
                ),
            ),
            (
                200,
                Wrote(
                    Officer,
                    En,
                    "Sioned spoke to the new parents' group about waiting and staying hopeful. Several \
                                      people asked whether she would come again.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 389,
        worker: 0,
        people: &[
            child("Meical", "Prydderch", 17, 1).speaks("cy"),
            adult("Ann", "Prydderch", 49, "mam").speaks("cy"),
        ],
        needs: &["access_to_support"],
        going_well: "Mae Meical yn gwneud yn dda yn y coleg ac yn gweithio yn y siop ar ddydd Sadwrn.",
        worries: "Mae'r ddau yn poeni am beth fydd yn digwydd pan fydd Meical yn ddeunaw.",
        homes: &[],
        then: &[(
            11,
            NotAccepted(
                Why::OtherService,
                "Y tîm pontio sydd orau i helpu. Aethon ni gyda nhw i'r cyfarfod cyntaf.",
            ),
        )],
    },
    Story {
        days_ago: 402,
        worker: 1,
        people: &[
            child("Kieran", "Doyle", 4, 0).born(Born::YearOnly(50)),
            adult("Shannon", "Doyle", 22, "mum"),
            adult("Carol", "Doyle", 46, "nan"),
        ],
        needs: &["routines", "play_and_stimulation", "budgeting"],
        going_well: "Three generations under one roof who like each other, most days.",
        worries: "Shannon and Carol each think the other is in charge, so Kieran has learned to ask twice.",
        homes: &[(1, "60 Heol Newydd, Porth Cerwen", false)],
        then: &[
            (7, Accepted),
            (
                21,
                Wrote(
                    Worker,
                    En,
                    "Kieran showed me his worms. He has names for eleven of them.",
                ),
            ),
            (
                96,
                Wrote(
                    Worker,
                    En,
                    "Shannon and Carol have worked out who does which evening. It is on the fridge, in two colours.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 455,
        worker: 0,
        people: &[
            child("Nansi", "Eynon", 9, 9).speaks("cy").no_reason(),
            child("Guto", "Eynon", 7, 0)
                .born(Born::Unknown)
                .speaks("cy")
                .no_reason(),
            adult("", "Eynon", 40, "tad").born(Born::Unknown),
        ],
        needs: &[],
        going_well: "",
        worries: "Atgyfeiriad dros y ffôn gan yr ysgol. Nid oes neb wedi siarad â'r teulu eto.",
        homes: &[],
        then: &[
            (
                6,
                Asked("A wnewch chi siarad â'r tad yn gyntaf? Mae'r rhaglen yn wirfoddol, ac nid oes enw ganddo yma."),
            ),
            (
                34,
                Withdrawn(
                    "Nid oedd y teulu eisiau i'r ysgol ofyn ar eu rhan. Cafodd y tad lythyr caredig a rhif i'w ffonio.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 498,
        worker: 1,
        people: &[
            child("Osian", "Beynon-Clarke", 13, 4),
            adult("Helen", "Beynon", 44, "mum"),
            adult("Marcus", "Clarke", 45, "dad").said(Said::No("does not want to meet together with Helen")),
        ],
        needs: &["family_relationships", "wellbeing"],
        going_well: "Osian sees both his parents every week and plays the cornet in the town band.",
        worries: "Osian carries messages between two homes that do not talk to each other, and it is wearing him down.",
        homes: &[
            (1, "5 Clos y Wennol, Llanfair Cerwen", false),
            (2, "31 Heol y Môr, Porth Cerwen", false),
        ],
        then: &[(
            15,
            NotAccepted(
                Why::NotEligible,
                "Nobody thinks Osian will come into care, which is good news. Family mediation can begin this month.",
            ),
        )],
    },
    Story {
        days_ago: 530,
        worker: 0,
        people: &[
            child("Luned", "Gittins", 2, 2).speaks("cy"),
            adult("Mared", "Gittins", 20, "mam").speaks("cy"),
        ],
        needs: &["play_and_stimulation", "access_to_support"],
        going_well: "Mae Mared yn canu i Luned trwy'r dydd, ac mae Luned yn canu yn ôl.",
        worries: "Mae Mared wedi gadael gofal ei hun ac nid oes teulu ganddi i droi ato pan fydd pethau'n anodd.",
        homes: &[(1, "Fflat 7, Cwrt yr Efail, Llanfair Cerwen", false)],
        then: &[
            (5, Accepted),
            (
                33,
                Wrote(
                    Officer,
                    Cy,
                    "Dechreuodd Mared gyda'r grŵp rhieni ifanc. Daeth Luned â'i thambwrîn.",
                ),
            ),
            (
                71,
                Withdrawn(
                    "Mae Mared wedi symud at ei modryb yn y gogledd, a'r tîm yno'n gwybod amdani. Pob lwc i'r ddwy.",
                ),
            ),
        ],
    },
];
