//! The families of Bro Cerwen who were referred in the last eight months.

use crate::demo::story::{Author, Born, Said, Story, Then, Tongue, adult, child};

use Author::{Manager, Officer, Worker};
use Then::{Accepted, Answered, Asked, Wrote};
use Tongue::{Cy, En};

/// Every one of them, the latest first.
pub const FAMILIES: &[Story] = &[
    Story {
        days_ago: 3,
        worker: 0,
        people: &[
            child("Mali", "Bevan", 7, 2)
                .speaks("cy")
                .status("care_and_support_plan"),
            child("Gruffudd", "Bevan", 4, 1)
                .called("Gruff")
                .speaks("cy")
                .status("care_and_support_plan"),
            adult("Cerys", "Bevan", 29, "mam").speaks("cy").reach(
                "07700 900112",
                "unrhyw fore ar ôl naw",
                "mae'n well ganddi neges destun cyn i neb ffonio",
            ),
        ],
        needs: &["routines", "wellbeing", "family_relationships"],
        going_well: "Mae Mali wrth ei bodd yn darllen i'w brawd bach cyn amser gwely. Mae Cerys yn mynd â'r ddau i'r \
                     ysgol bob bore, hyd yn oed pan fydd hi wedi blino'n lân.",
        worries: "Mae'r misoedd diwethaf wedi bod yn drwm ar Cerys. Pan fydd hi'n isel mae'n anodd cael swper ar y \
                  bwrdd, ac mae Mali yn poeni amdani ac yn cadw llygad ar Gruff.",
        homes: &[(2, "4 Rhes y Capel, Llanfair Cerwen", false)],
        then: &[],
    },
    Story {
        days_ago: 9,
        worker: 1,
        people: &[
            child("Jakub", "Nowicki", 9, 6).speaks("pl"),
            child("Zofia", "Nowicka", 6, 0).speaks("pl"),
            adult("Małgorzata", "Nowicka", 34, "mama").called("Gosia").speaks("pl"),
            adult("Piotr", "Nowicki", 36, "tata").speaks("pl").said(Said::NotAsked),
        ],
        needs: &["access_to_support", "behaviour", "play_and_stimulation"],
        going_well: "Jakub is proud of his football and has made a good friend at school. The children speak Polish at \
                     home, English in the yard and now some Welsh in class, and help each other with all three.",
        worries: "Jakub has been shouting and hitting out since the family moved. His parents work opposite shifts and \
                  have nobody nearby to ask. They came to us themselves.",
        homes: &[
            (2, "17 Ffordd y Cei, Porth Cerwen", false),
            (3, "17 Ffordd y Cei, Porth Cerwen", false),
        ],
        then: &[
            (
                2,
                Asked("Please ask whether Piotr is happy for us to speak with him too, and in which language."),
            ),
            (
                4,
                Wrote(
                    Worker,
                    En,
                    "Rang Gosia with an interpreter. Piotr would like to come to the first meeting. \
                                  They would both like letters in Polish.",
                ),
            ),
            (
                5,
                Answered(
                    En,
                    "Yes, he is glad to be asked. Please speak Polish with both of them; Gosia reads English, Piotr does not.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 38,
        worker: 0,
        people: &[
            child("Tomos", "Wyn", 12, 3)
                .speaks("cy")
                .status("child_protection_register"),
            child("Elan", "Wyn", 10, 0)
                .speaks("cy")
                .status("child_protection_register"),
            child("Macsen", "Wyn", 2, 7)
                .speaks("cy")
                .status("child_protection_register"),
            adult("Rhys", "Wyn", 41, "dad").speaks("cy"),
        ],
        needs: &["routines", "budgeting", "dealing_with_crisis"],
        going_well: "Mae Rhys yn dad sy'n gwrando. Ers iddo gael y plant ei hun mae wedi dysgu coginio tri phryd, ac mae \
                     Elan yn dweud mai'r cawl yw'r gorau.",
        worries: "Mae'r arian yn dod i ben cyn diwedd y mis ac mae Rhys yn mynd heb fwyd. Mae Tomos wedi colli ysgol i \
                  edrych ar ôl Macsen pan fydd ei dad ar shifft gynnar.",
        homes: &[(3, "Tyddyn Isaf, Cwm Eithin", false)],
        then: &[
            (6, Accepted),
            (
                7,
                Wrote(
                    Officer,
                    Cy,
                    "Ffoniais Rhys i ddweud ei fod ar y rhestr aros. Roedd yn ddiolchgar, a gofynnodd \
                                    a gaiff Tomos ddod i'r clwb gwyliau.",
                ),
            ),
            (
                20,
                Wrote(
                    Worker,
                    Cy,
                    "Ymweliad â'r cartref. Roedd y tân ynghynnau a'r tri wrth y bwrdd. Dywedodd Tomos \
                                    ei fod wedi bod yn yr ysgol bob dydd yr wythnos hon.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 74,
        worker: 0,
        people: &[
            child("Siân", "ap Rhisiart", 14, 8)
                .speaks("cy")
                .returning()
                .status("section_76"),
            child("Dafydd", "ap Rhisiart", 8, 4)
                .speaks("cy")
                .status("care_and_support_plan"),
            adult("Gwenllian", "Morris", 38, "mam").called("Gwen").speaks("cy"),
            adult("Emrys", "Morris", 67, "taid").speaks("cy"),
        ],
        needs: &["family_relationships", "behaviour", "wellbeing"],
        going_well: "Mae Siân yn ffonio adref bob nos Sul ac yn siarad â Taid am y defaid. Mae hi eisiau dod adref, ac mae \
                     Gwen eisiau ei chael hi adref.",
        worries: "Mae Siân a'i mam yn mynd i ddadl yn gyflym, ac yna mae Dafydd yn cuddio yn ei ystafell. Mae angen \
                  rhywun i'w helpu i wrando ar ei gilydd yn ystod y misoedd cyntaf.",
        homes: &[
            (2, "Hafod Uchaf, Bwlch y Garreg", false),
            (3, "Hafod Fach, Bwlch y Garreg", false),
        ],
        then: &[
            (4, Accepted),
            (
                12,
                Wrote(
                    Manager,
                    Cy,
                    "Cyfarfod gyda Gwen, Siân a'r tîm. Gofynnodd Siân am ofalwr maeth cymorth i \
                                     deuluoedd sy'n hoffi anifeiliaid.",
                ),
            ),
            (
                40,
                Wrote(
                    Worker,
                    Cy,
                    "Aeth y penwythnos adref yn dda. Un ffrae fach am y ffôn, a'r ddwy yn chwerthin am y \
                                    peth erbyn amser te.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 121,
        worker: 1,
        people: &[
            child("Ffion", "Llewelyn-Hughes", 5, 5).speaks("cy"),
            child("", "Llewelyn-Hughes", 0, 0).born(Born::Expected(2)),
            adult("Angharad", "Llewelyn-Hughes", 23, "mam").speaks("cy").careful(
                "07700 900146",
                "dim ond yn ystod oriau ysgol",
                "peidiwch â ffonio gyda'r nos",
            ),
        ],
        needs: &["access_to_support", "dealing_with_crisis", "play_and_stimulation"],
        going_well: "Mae Ffion yn dawnsio ble bynnag yr aiff hi. Mae Angharad wedi cadw pob apwyntiad gyda'r fydwraig ac \
                     wedi cael cartref newydd diogel iddyn nhw ill dwy.",
        worries: "Mae Angharad wedi symud i ffwrdd oddi wrth bartner oedd yn ei dychryn. Mae hi ar ei phen ei hun yn y dref \
                  ac mae'r babi'n dod yn y gwanwyn.",
        homes: &[(2, "Fflat 2, Tŷ'r Onnen, Heol y Felin, Porth Cerwen", true)],
        then: &[
            (3, Accepted),
            (
                5,
                Wrote(
                    Worker,
                    Cy,
                    "Siaradais ag Angharad am bwy sydd ddim i gael gwybod ble mae hi. Mae'r cyfeiriad wedi \
                                   ei ddiogelu yma a chyda'r ysgol.",
                ),
            ),
            (
                60,
                Wrote(
                    Officer,
                    Cy,
                    "Cwrs i rieni newydd yn dechrau fis nesaf. Hoffai Angharad ddod, a bydd lle i Ffion \
                                     yn y crèche.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 160,
        worker: 1,
        people: &[
            child("Oliver", "Stock", 11, 0),
            child("Ruby", "Stock", 11, 0),
            child("Teddy", "Stock", 3, 2).born(Born::MonthOnly(38)),
            adult("Kayleigh", "Stock", 30, "mum"),
        ],
        needs: &["routines", "healthy_living", "play_and_stimulation"],
        going_well: "The twins look out for each other and for Teddy. Kayleigh has stopped smoking and tells everyone who \
                     will listen, as she should.",
        worries: "Nights are hard. All three end up in Kayleigh's bed and nobody sleeps, so mornings go wrong before they \
                  start. School is worried about how often the twins are late.",
        homes: &[(3, "22 Maes y Dderwen, Llanfair Cerwen", false)],
        then: &[
            (8, Accepted),
            (
                9,
                Wrote(
                    Manager,
                    En,
                    "Told Kayleigh there is a wait and that we would not forget her. She asked us to ring \
                                    on Fridays, so we will.",
                ),
            ),
            (
                90,
                Wrote(
                    Worker,
                    En,
                    "School says the twins were on time nine days out of ten. Kayleigh made a chart with \
                                    stars on it. Ruby added a moon.",
                ),
            ),
        ],
    },
    Story {
        days_ago: 205,
        worker: 0,
        people: &[
            child("Ioan", "Pugh", 15, 9)
                .speaks("cy")
                .status("care_and_support_plan"),
            adult("Delyth", "Pugh", 55, "nain").speaks("cy"),
        ],
        needs: &["behaviour", "family_relationships"],
        going_well: "Mae Ioan yn trwsio beiciau i hanner y pentref. Mae ei nain yn dweud ei fod yn galon i gyd.",
        worries: "Mae Ioan wedi bod yn aros allan dros nos ac nid yw'n dweud gyda phwy. Mae Delyth yn gofalu amdano ers naw \
                  mlynedd ac mae hi wedi blino.",
        homes: &[(1, "3 Stryd y Bont, Llanfair Cerwen", false)],
        then: &[
            (10, Accepted),
            (
                30,
                Wrote(
                    Worker,
                    Cy,
                    "Cerddais gydag Ioan at yr afon. Mae eisiau prentisiaeth mewn garej, ac mae eisiau i \
                                    Nain gael wythnos o wyliau.",
                ),
            ),
            (
                150,
                Wrote(
                    Officer,
                    Cy,
                    "Lle ar y cwrs beiciau yn y coleg wedi ei gadarnhau. Dathlwyd gyda bara brith.",
                ),
            ),
        ],
    },
];
