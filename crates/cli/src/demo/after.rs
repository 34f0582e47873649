//! What follows from a decision in every story: the family is told, and those who wait have a place on the list.
//!
//! The words are the programme manager's; which of them a family hears follows from its place in the area's list, so
//! that it is the same each time.

use super::story::{Story, Then};
use domain::referral::{How, Lives, Priority};

/// Everything that happened to a referral, with the days after it was received.
pub fn lines(place: usize, story: &Story) -> Vec<(i32, Then)> {
    let mut all = Vec::new();
    for (after, then) in story.then {
        all.push((*after, *then));
        match then {
            Then::Accepted => {
                all.push((after + 1, WAITING[place % WAITING.len()]));
                all.extend(PLACES[place % PLACES.len()].map(|placed| (after + 6, placed)));
            }
            Then::NotAccepted(..) => {
                all.push((after + 1, NOT_TAKEN[place % NOT_TAKEN.len()]));
                if story.days_ago > OUTCOME_DAYS + 60 {
                    all.push((OUTCOME_DAYS, OUTCOME));
                }
            }
            _ => {}
        }
    }
    all.sort_by_key(|(after, _)| *after);
    all
}

/// After how many days a slow authority has said what happened.
const OUTCOME_DAYS: i32 = 395;

const OUTCOME: Then = Then::After(
    Lives::AtHome,
    "Nobody in the authority has been involved since last summer. The school says things are calm.",
);

const WAITING: &[Then] = &[
    Then::Told(
        How::Call,
        "We said yes, and that they wait for a carer who lives close enough to come every week. They can ring us any \
         working day.",
        28,
    ),
    Then::Told(
        How::Letter,
        "Rydym wedi dweud y cân nhw help, ac mai aros am ofalwr maeth sydd â lle y maen nhw. Byddwn yn ffonio eto.",
        42,
    ),
    Then::Told(
        How::Visit,
        "Sat down with them at home. They wait for somebody who speaks their language, and know that we are looking.",
        21,
    ),
    Then::Told(How::Message, "", 56),
];

const PLACES: &[Option<Then>] = &[
    None,
    Some(Then::Placed(
        Priority::Sooner,
        &["place", "language"],
        "The baby is due before the spring and the family would like to know somebody by then.",
    )),
    Some(Then::Placed(Priority::Usual, &["near"], "")),
    None,
    Some(Then::Placed(
        Priority::First,
        &["place", "skills"],
        "A child comes home from care this month. The first weeks at home are the ones that matter.",
    )),
];

const NOT_TAKEN: &[Then] = &[
    Then::Told(
        How::Call,
        "Said plainly that we cannot help this time and why, and gave them the other numbers.",
        90,
    ),
    Then::Told(How::Letter, "", 90),
];
