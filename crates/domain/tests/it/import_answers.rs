//! What people answer in the cells of a file: needs, languages, agreement, how it is safe to call.

use domain::consent::Consent;
use domain::import::{Fault, Field};
use domain::text::Text;
use jiff::civil::date;

use crate::import_cells::{child, one, person};

#[test]
fn needs_are_read_in_both_languages_and_whatever_stands_between_them() {
    let needs = |said| -> (Vec<&'static str>, Vec<Fault>, Option<String>) {
        let (family, faults) = one(child(&[(Field::Needs, said)]));
        let kept = family.refer.worries.map(|text| text.as_str().to_owned());
        (family.refer.needs.iter().map(|need| need.key).collect(), faults, kept)
    };
    let all = "Routines; budgeting, healthy living|mental and physical wellbeing\nbehaviour;access to support;\
               family relationships;dealing with crisis;play and stimulation";
    assert_eq!(needs(all).0.len(), 9);
    let cymraeg = "Trefn bob dydd; Trefnu arian; Byw’n iach; Lles meddyliol a chorfforol; Ymddygiad; \
                   Cael gafael ar gymorth; Perthnasoedd yn y teulu; Ymdopi ag argyfwng; Chwarae ac ysgogi";
    assert_eq!(needs(cymraeg), (needs(all).0, vec![], None));
    assert_eq!(needs("behaviour; routines; behaviour").0, ["routines", "behaviour"]);
    assert_eq!(needs("other"), (vec![], vec![Fault::NeedOther], None));
    let (found, faults, kept) = needs("sleep, routines, =1+1");
    assert_eq!((found, faults), (vec!["routines"], vec![Fault::NeedNotKnown]));
    assert_eq!(kept.as_deref(), Some("Areas of need: sleep; =1+1"));
}

#[test]
fn a_language_is_one_to_speak_to_read_and_to_be_reminded_in() {
    let said = |words| {
        let (found, faults) = person(child(&[(Field::Language, words)]));
        let tags = [found.languages.speak, found.languages.read, found.languages.reminders];
        let tags = tags.map(|tag| tag.map_or(String::new(), |tag| tag.as_str().to_owned()));
        (
            tags.join(" "),
            found.communication.map(|text| text.as_str().to_owned()),
            faults,
        )
    };
    for words in ["cy", "Welsh", "CYMRAEG", "Gymraeg"] {
        let expected = if words == "Gymraeg" { "  " } else { "cy cy cy" };
        assert_eq!(said(words).0, expected, "{words}");
    }
    assert_eq!(said("Saesneg"), ("en en en".to_owned(), None, vec![]));
    assert_eq!(said("Polish").0, "pl pl pl");
    assert_eq!(said("BSL").0, "bfi  ", "nobody reads a signed language");
    let (tags, kept, faults) = said("Welsh first, English ok");
    assert_eq!((tags.as_str(), faults), ("cy cy cy", vec![]));
    assert_eq!(kept.as_deref(), Some("Preferred language: Welsh first, English ok"));
    let (tags, kept, faults) = said("no English - Polish");
    assert_eq!((tags.as_str(), faults), ("  ", vec![Fault::LanguageNotKnown]));
    assert_eq!(kept.as_deref(), Some("Preferred language: no English - Polish"));
    assert_eq!(said("Klingon").2, [Fault::LanguageNotKnown]);
    assert_eq!(said("not known"), ("  ".to_owned(), None, vec![]));
}

#[test]
fn an_interpreter_is_kept_with_what_helps() {
    let kept = |said, language| {
        let (found, _) = person(child(&[(Field::Interpreter, said), (Field::Language, language)]));
        found.communication.map(|text| text.as_str().to_owned())
    };
    for none in ["", "N", "No", "nac oes", "not needed", "n/a"] {
        assert_eq!(kept(none, ""), None, "{none}");
    }
    assert_eq!(kept("Y - BSL", "").as_deref(), Some("Interpreter: Y - BSL"));
    let both = "Preferred language: Klingon\nInterpreter: yes";
    assert_eq!(kept("yes", "Klingon").as_deref(), Some(both));
}

#[test]
fn agreement_is_yes_no_or_not_asked_and_a_no_is_asked_about() {
    let said = |words| {
        let (family, faults) = one(child(&[(Field::Consent, words)]));
        (
            family.refer.people[0].consents.taking_part.clone(),
            faults,
            family.refer.worries,
        )
    };
    for yes in ["Y", "yes", "Yes", "verbal", "Ydw", "Cytuno"] {
        assert_eq!(
            said(yes),
            (Consent::Given { on: date(2026, 3, 6) }, vec![], None),
            "{yes}"
        );
    }
    for no in ["N", "no", "refused", "Nac ydw"] {
        let not_given = Consent::NotGiven { why: None };
        assert_eq!(said(no), (not_given, vec![Fault::ConsentNotGiven], None), "{no}");
    }
    for nothing in ["", "pending", "n/a", "heb ofyn"] {
        assert_eq!(said(nothing), (Consent::NotAsked, vec![], None), "{nothing}");
    }
    let (consent, faults, _) = said("N - his father does not want it");
    let Consent::NotGiven { why: Some(why) } = consent else {
        panic!("a reason")
    };
    assert_eq!((why.as_str(), faults), ("his father does not want it", vec![]));
    let (consent, faults, kept) = said("mother only");
    assert_eq!((consent, faults), (Consent::NotAsked, vec![Fault::ConsentNotKnown]));
    assert_eq!(kept.unwrap().as_str(), "Consent: mother only");
}

#[test]
fn what_is_said_of_calling_safely_is_never_lost() {
    let said = |words| person(child(&[(Field::SafeToCall, words)])).0.safe_contact;
    for safe in ["", "Y", "yes", "Ydy"] {
        assert_eq!(said(safe), None, "{safe}");
    }
    let parts = |words| {
        let contact = said(words).unwrap();
        assert!(contact.number.is_none() && !contact.address_hidden);
        let text = |text: Option<Text>| text.map(|text| text.as_str().to_owned()).unwrap_or_default();
        (contact.no_message, text(contact.times), text(contact.note))
    };
    let whole = |no_message, times: &str, note: &str| (no_message, times.to_owned(), note.to_owned());
    assert_eq!(parts("do not leave message"), whole(true, "", ""));
    assert_eq!(parts("Don't leave a message."), whole(true, "", ""));
    assert_eq!(parts("after 3pm only"), whole(false, "after 3pm only", ""));
    assert_eq!(parts("ar ôl 3"), whole(false, "ar ôl 3", ""));
    let both = "after 3pm, no messages";
    assert_eq!(parts(both), whole(true, "", both));
    let ex = "NO - ex partner has phone";
    assert_eq!(parts(ex), whole(false, "", ex));
    assert_eq!(
        parts("N"),
        whole(false, "", "Safe to call: N"),
        "a bare no means nothing without its question"
    );
    assert_eq!(parts("verbal"), whole(false, "", "Safe to call: verbal"));
    assert_eq!(parts("=cmd|' /C calc'!A0"), whole(false, "", "=cmd|' /C calc'!A0"));
}

#[test]
fn a_postcode_is_read_in_any_case_and_spacing_and_pointed_out_if_it_is_none() {
    let said = |words| {
        let (family, faults) = one(child(&[(Field::Address, "2 Bryn Awel"), (Field::Postcode, words)]));
        let home = family.refer.homes.into_iter().next().unwrap();
        (
            home.postcode
                .map(|postcode| postcode.as_str().to_owned())
                .unwrap_or_default(),
            faults,
        )
    };
    for words in ["sa612ad", "SA61 2AD", " Sa 61 2aD "] {
        assert_eq!(said(words), ("SA61 2AD".to_owned(), vec![]), "{words}");
    }
    assert_eq!(said("D02 AF30"), ("D02 AF30".to_owned(), vec![Fault::PostcodeForeign]));
    assert_eq!(said(""), (String::new(), vec![Fault::PostcodeMissing]));
    assert_eq!(said("not known"), (String::new(), vec![Fault::PostcodeMissing]));
    assert_eq!(said("the blue caravan").1, [Fault::TooLong { chars: 16, max: 12 }]);
}
