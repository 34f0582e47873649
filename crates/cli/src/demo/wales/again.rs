//! The families of Bro Cerwen who were referred a second time, by somebody who did not know of the first.

use crate::demo::story::{Born, Story, adult, child};

/// Both of them. The first nobody has looked at yet; the second is joined to the record there was.
pub const FAMILIES: &[Story] = &[
    Story {
        days_ago: 2,
        worker: 0,
        people: &[
            child("Jakub", "Nowicki", 9, 6).born(Born::Unknown).speaks("pl"),
            child("Zofia", "Nowicka", 6, 0).born(Born::Unknown).speaks("pl"),
            adult("Malgorzata", "Nowicka", 34, "mother")
                .born(Born::Unknown)
                .speaks("pl"),
        ],
        needs: &["behaviour"],
        going_well: "The school says that Jakub is kind to the younger ones and never misses a day.",
        worries: "The school rang us about shouting in the corridor. Mother says that somebody from the council has been \
                  in touch before, and was not sure who.",
        homes: &[],
        then: &[],
    },
    Story {
        days_ago: 30,
        worker: 1,
        people: &[
            child("Tomos", "Wyn", 12, 3).born(Born::Unknown).speaks("cy"),
            child("Elan", "Wyn", 10, 0).born(Born::Unknown).speaks("cy"),
            adult("Rhys", "Wyn", 41, "tad").born(Born::Unknown).speaks("cy"),
        ],
        needs: &["budgeting"],
        going_well: "Mae'r plant yn gwrtais ac yn barod i helpu. Daeth Tomos â'i frawd bach i'r clwb brecwast.",
        worries: "Gofynnodd y banc bwyd a oedd modd i rywun helpu. Nid oedd yn glir a oes rhywun yn gweithio gyda nhw'n barod.",
        homes: &[],
        then: &[],
    },
];

/// The one that is joined to the record there was: its place among those here, and how many days ago that was.
pub const JOINED: (usize, i32) = (1, 28);
