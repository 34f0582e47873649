//! Offers, matches and cover: what is decided when, and everything that stands against it.

use domain::family::{NewPerson, Part, Person};
use domain::household::Ready;
use domain::id::{AccountId, CoverId, FamilyId, HouseholdId, MatchId, OfferId, PersonId, ReferralId, SiteId};
use domain::level::{Ladder, Level};
use domain::matching::{
    Cover, DeclineWhy, EndWhy, Event, Match, MatchStage, NewMatch, NewOffer, Offer, OfferStage, Refusal, Standing,
    Stop, names_in, offer,
};
use domain::name::Name;
use domain::text::Text;
use jiff::civil::{Date, date};
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 22);
const SINCE: Date = date(2026, 11, 10);
const WAITING: Standing = Standing::Waiting { since: SINCE };
const FULL: Stop = Stop::Full { now: 4, max: 4 };

fn by() -> AccountId {
    AccountId::from_uuid(Uuid::from_u128(1))
}

fn household(number: u128) -> HouseholdId {
    HouseholdId::from_uuid(Uuid::from_u128(number))
}

fn words(words: &str) -> Text {
    Text::parse(words).expect("words")
}

fn new_offer() -> NewOffer {
    NewOffer {
        place: words("Near Llandrindod"),
        visiting: None,
        reason: words("Speaks Welsh and lives close by"),
    }
}

fn an_offer(stage: OfferStage) -> Offer {
    Offer {
        id: OfferId::from_uuid(Uuid::nil()),
        family: FamilyId::from_uuid(Uuid::nil()),
        household: household(7),
        site: SiteId::from_uuid(Uuid::nil()),
        made_on: date(2026, 11, 20),
        made_by: by(),
        version: 1,
        stage,
    }
}

fn said_yes() -> Offer {
    an_offer(OfferStage::Accepted { on: TODAY, by: by() })
}

fn a_match(stage: MatchStage) -> Match {
    Match {
        id: MatchId::from_uuid(Uuid::nil()),
        family: FamilyId::from_uuid(Uuid::nil()),
        household: household(7),
        referral: ReferralId::from_uuid(Uuid::nil()),
        offer: OfferId::from_uuid(Uuid::nil()),
        site: SiteId::from_uuid(Uuid::nil()),
        from: date(2026, 11, 16),
        decided_by: by(),
        version: 1,
        stage,
    }
}

fn new_match(from: Date) -> NewMatch {
    NewMatch {
        from,
        level: Level::new(2).expect("one figure"),
        reason: words("The children know her from the summer"),
    }
}

fn decide(offer: &Offer, standing: Standing, stops: &[Stop], new: NewMatch) -> Result<Event, Refusal> {
    offer.decide((by(), TODAY), standing, stops, &Ladder::shipped(), new)
}

#[test]
fn a_family_that_waits_is_offered_to_a_household_that_nothing_stops() {
    let made = |standing, stops: &[Stop], pending| {
        offer((by(), TODAY), (standing, household(7)), stops, pending, &new_offer())
    };
    let offered = Event::Offered {
        by: by(),
        on: TODAY,
        household: household(7),
        reason: new_offer().reason,
    };
    assert_eq!(made(WAITING, &[], false), Ok(offered.clone()));
    assert_eq!(
        made(Standing::Between { since: SINCE }, &[], false),
        Ok(offered.clone())
    );
    // Whoever is not there today may be asked about a day to come; who is full may not.
    assert_eq!(
        made(WAITING, &[Stop::ReadyFrom { on: date(2027, 1, 4) }], false),
        Ok(offered)
    );
    assert_eq!(made(WAITING, &[FULL], false), Err(Refusal::Stopped(FULL)));
    assert_eq!(
        made(WAITING, &[Stop::Away { until: TODAY }, Stop::MustNotKnow], false),
        Err(Refusal::Stopped(Stop::MustNotKnow))
    );
    assert_eq!(made(WAITING, &[], true), Err(Refusal::OfferedAlready));
    for standing in [Standing::NotAccepted, Standing::Closed] {
        let refused = Refusal::NotNow {
            standing: standing.key(),
        };
        assert_eq!(made(standing, &[], false), Err(refused));
    }
    let has = |number| Standing::Matched {
        id: MatchId::from_uuid(Uuid::nil()),
        household: household(number),
        from: SINCE,
    };
    assert_eq!(made(has(7), &[], false), Err(Refusal::SameHousehold));
    assert!(made(has(8), &[], false).is_ok(), "a family may change its carer");
}

#[test]
fn an_offer_is_answered_once_on_a_day_since_it_was_made() {
    let open = an_offer(OfferStage::Open);
    let made_on = open.made_on;
    let yes = open.accept(by(), TODAY, TODAY).unwrap();
    assert_eq!(
        open.clone().after(&yes).stage,
        OfferStage::Accepted { on: TODAY, by: by() }
    );
    let no = open.decline((by(), made_on), TODAY, DeclineWhy::Far, None).unwrap();
    let declined = open.clone().after(&no);
    let stage = OfferStage::Declined {
        on: made_on,
        by: by(),
        why: DeclineWhy::Far,
    };
    assert_eq!(declined.stage, stage);
    assert_eq!(
        open.accept(by(), date(2026, 11, 19), TODAY),
        Err(Refusal::TooEarly { earliest: made_on })
    );
    assert_eq!(
        open.accept(by(), date(2026, 11, 23), TODAY),
        Err(Refusal::TooLate { latest: TODAY })
    );
    let refused = Err(Refusal::OfferIs { stage: "declined" });
    assert_eq!(declined.accept(by(), TODAY, TODAY), refused);
    assert_eq!(declined.decline((by(), TODAY), TODAY, DeclineWhy::Other, None), refused);
    assert_eq!(declined.withdraw(by(), TODAY), refused);
    let taken_back = said_yes().withdraw(by(), TODAY).unwrap();
    assert_eq!(
        said_yes().after(&taken_back).stage,
        OfferStage::Withdrawn { on: TODAY, by: by() }
    );
}

#[test]
fn a_person_decides_after_a_yes_and_the_first_match_says_how_much_support_begins() {
    let event = decide(&said_yes(), WAITING, &[], new_match(TODAY)).unwrap();
    let Event::Matched {
        from,
        level,
        household: with,
        ..
    } = &event
    else {
        panic!("{event:?}")
    };
    assert_eq!((*from, *level, *with), (TODAY, Level::new(2), household(7)));
    assert_eq!(said_yes().after(&event).stage, OfferStage::Matched { on: TODAY });
    // Whoever changes carer keeps the level there is.
    let between = decide(&said_yes(), Standing::Between { since: SINCE }, &[], new_match(TODAY));
    assert!(matches!(between, Ok(Event::Matched { level: None, .. })));
}

#[test]
fn a_match_is_refused_with_the_reason() {
    let from = |day| decide(&said_yes(), WAITING, &[], new_match(day));
    assert_eq!(
        from(date(2026, 11, 9)),
        Err(Refusal::TooEarly { earliest: SINCE }),
        "before the family waited"
    );
    assert!(from(SINCE).is_ok() && from(date(2027, 2, 22)).is_ok());
    assert_eq!(
        from(date(2027, 2, 23)),
        Err(Refusal::TooLate {
            latest: date(2027, 2, 22)
        })
    );
    assert_eq!(
        decide(&said_yes(), WAITING, &[FULL], new_match(TODAY)),
        Err(Refusal::Stopped(FULL)),
        "a fifth family"
    );
    let away = Stop::Away { until: TODAY };
    assert_eq!(
        decide(&said_yes(), WAITING, &[away], new_match(TODAY)),
        Err(Refusal::Stopped(away)),
        "not there on the first day"
    );
    assert_eq!(
        decide(&an_offer(OfferStage::Open), WAITING, &[], new_match(TODAY)),
        Err(Refusal::OfferIs { stage: "open" })
    );
    assert_eq!(
        decide(&said_yes(), Standing::NotAccepted, &[], new_match(TODAY)),
        Err(Refusal::NotNow {
            standing: "not_accepted"
        })
    );
    let has = Standing::Matched {
        id: MatchId::from_uuid(Uuid::nil()),
        household: household(8),
        from: SINCE,
    };
    assert_eq!(
        decide(&said_yes(), has, &[], new_match(date(2026, 11, 23))),
        Err(Refusal::TooLate { latest: TODAY }),
        "a carer stays until the day of the change"
    );
    assert!(decide(&said_yes(), has, &[], new_match(TODAY)).is_ok());
    let ninth = NewMatch {
        level: Level::new(9).unwrap(),
        ..new_match(TODAY)
    };
    assert_eq!(
        decide(&said_yes(), WAITING, &[], ninth),
        Err(Refusal::NoSuchLevel { level: 9 })
    );
}

#[test]
fn a_match_ends_once_on_a_day_it_was_there() {
    let active = a_match(MatchStage::Active);
    let end = |on| active.end((by(), on), TODAY, EndWhy::CarerAsked, None);
    let event = end(active.from).unwrap();
    let ended = active.clone().after(&event);
    assert_eq!(
        ended.stage,
        MatchStage::Ended {
            on: active.from,
            by: by(),
            why: EndWhy::CarerAsked
        }
    );
    assert_eq!(
        end(date(2026, 11, 15)),
        Err(Refusal::TooEarly { earliest: active.from })
    );
    assert_eq!(end(date(2026, 11, 23)), Err(Refusal::TooLate { latest: TODAY }));
    assert_eq!(
        ended.end((by(), TODAY), TODAY, EndWhy::Other, None),
        Err(Refusal::Ended { on: active.from })
    );
    let to_come = Match {
        from: date(2026, 12, 1),
        ..a_match(MatchStage::Active)
    };
    assert!(
        to_come.end((by(), TODAY), TODAY, EndWhy::Other, None).is_ok(),
        "one that has not begun is taken back today"
    );
}

#[test]
fn another_household_stands_in_for_a_while() {
    let active = a_match(MatchStage::Active);
    let (from, to) = (date(2026, 12, 1), date(2026, 12, 14));
    let known = Cover {
        id: CoverId::from_uuid(Uuid::nil()),
        matched: active.id,
        family: active.family,
        household: household(8),
        from: date(2026, 12, 20),
        to: date(2026, 12, 27),
    };
    let cover =
        |number, from, to, stops: &[Stop]| active.cover((by(), TODAY), household(number), (from, to), stops, &[known]);
    assert!(cover(9, from, to, &[]).is_ok());
    assert!(
        cover(9, from, to, &[Stop::NotReady]).is_ok(),
        "who takes no new family may still stand in"
    );
    assert_eq!(cover(7, from, to, &[]), Err(Refusal::SameHousehold));
    assert_eq!(cover(9, from, to, &[FULL]), Err(Refusal::Stopped(FULL)));
    assert_eq!(
        cover(9, to, from, &[]),
        Err(Refusal::EndsBeforeItBegins { from: to, to: from })
    );
    assert_eq!(
        cover(9, date(2026, 11, 21), to, &[]),
        Err(Refusal::TooEarly { earliest: TODAY })
    );
    assert_eq!(
        cover(9, from, date(2027, 3, 3), &[]),
        Err(Refusal::TooLate {
            latest: date(2027, 3, 2)
        })
    );
    assert_eq!(
        cover(9, from, known.from, &[]),
        Err(Refusal::CoveredAlready {
            from: known.from,
            to: known.to
        })
    );
    let ends = |today| active.end_cover(by(), today, &known);
    let ended_on = |on| {
        Ok(Event::CoverEnded {
            by: by(),
            on,
            household: household(8),
        })
    };
    assert_eq!(ends(TODAY), ended_on(known.from), "one that has not begun never does");
    assert_eq!(ends(date(2026, 12, 22)), ended_on(date(2026, 12, 22)));
    assert_eq!(ends(date(2026, 12, 28)), Err(Refusal::Ended { on: known.to }));
    let over = a_match(MatchStage::Ended {
        on: TODAY,
        by: by(),
        why: EndWhy::Other,
    });
    assert_eq!(
        over.cover((by(), TODAY), household(9), (from, to), &[], &[]),
        Err(Refusal::Ended { on: TODAY })
    );
}

#[test]
fn words_that_may_name_nobody_are_looked_through_for_the_familys_names() {
    let person = |forename: &str, surname: &str| -> Person {
        let mut one = NewPerson::unknown(Part::Child);
        one.name.forename = Name::parse_optional(forename).unwrap();
        one.name.surname = Name::parse_optional(surname).unwrap();
        one.with_id(PersonId::from_uuid(Uuid::nil()))
    };
    let people = [
        person("Siân", "ap Rhys"),
        person("Tomos", "ap Rhys"),
        person("J", "O’Neill"),
    ];
    let found = |words: &str| names_in(words, &people, |one, other| one.to_lowercase() == other.to_lowercase());
    assert_eq!(found("Near Llandrindod; a dog, friendly."), [""; 0]);
    assert_eq!(found("Ask for SIÂN, or Tomos’s nan"), ["Siân", "Tomos"]);
    assert_eq!(found("The AP RHYS house"), ["ap Rhys"]);
    assert_eq!(
        found("Rhys Street; plan J"),
        [""; 0],
        "a part of a name of two words, or a letter"
    );
    assert_eq!(found("the O’Neill family"), ["O’Neill"]);
}

#[test]
fn every_key_finds_its_own() {
    for why in DeclineWhy::ALL {
        assert_eq!(DeclineWhy::from_key(why.key()), Some(why));
    }
    for why in EndWhy::ALL {
        assert_eq!(EndWhy::from_key(why.key()), Some(why));
    }
    assert_eq!(EndWhy::from_key("full"), None);
    assert_eq!(Ready::from_key("full", None), None);
}
