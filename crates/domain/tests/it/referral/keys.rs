//! Stages, reasons and events keep the keys they are stored under.

use super::{FULL, MANAGER, NEXT_DAY, OTHER, RECEIVED, WORKER, every_stage, received, text, told};
use domain::family::{NewPerson, Part};
use domain::referral::{Event, How, Lives, Priority, Refer, Stage, WAITS_FOR, Why, waits_for};

#[test]
fn stages_reasons_and_events_keep_their_keys() {
    assert_eq!(every_stage().map(|referral| referral.stage.key()), Stage::KEYS);
    for why in Why::ALL {
        assert_eq!(Why::from_key(why.key()), Some(why));
    }
    assert_eq!(
        Why::ALL.map(Why::key),
        ["full", "not_eligible", "family_declined", "other_service"]
    );
    assert_eq!(Why::from_key("no_idea"), None);
    for lives in Lives::ALL {
        assert_eq!(Lives::from_key(lives.key()), Some(lives));
    }
    for how in How::ALL {
        assert_eq!(How::from_key(how.key()), Some(how));
    }
    for priority in Priority::ALL {
        assert_eq!(Priority::from_key(priority.key()), Some(priority));
    }
    for thing in WAITS_FOR {
        assert_eq!(waits_for(thing.key), Some(thing));
    }
    assert_eq!(waits_for("better_weather"), None);
    let undecided: Vec<bool> = every_stage().iter().map(|r| r.stage.awaits_decision()).collect();
    assert_eq!(undecided, [true, true, false, false, false, false, false, false]);
}

#[test]
fn each_event_has_a_key_of_its_own() {
    let referral = received(1);
    let people = vec![NewPerson::unknown(Part::Child)];
    let form = Refer {
        people,
        ..Refer::to(referral.site)
    };
    let events = [
        Event::made(&form, WORKER, RECEIVED),
        referral.ask_information(MANAGER, NEXT_DAY, text("why?")).unwrap(),
        referral.accept(MANAGER, NEXT_DAY).unwrap(),
        referral.not_accept(MANAGER, NEXT_DAY, Why::Full, None, FULL).unwrap(),
        referral.withdraw(WORKER, NEXT_DAY, None).unwrap(),
        referral.add_entry(WORKER, NEXT_DAY, NEXT_DAY, text("rang")).unwrap(),
        referral.merge(MANAGER, NEXT_DAY, OTHER).unwrap(),
        referral.tell_family(WORKER, NEXT_DAY, told()).unwrap(),
    ];
    let keys = events.each_ref().map(Event::key).join(" ");
    assert_eq!(
        keys,
        "made information_asked accepted not_accepted withdrawn entry_added merged family_told"
    );
}
