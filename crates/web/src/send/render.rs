//! The sentences of a notice: as an e-mail and as a text message, in the reader's language.

use crate::paths;
use crate::visit::in_language;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::send::{Link, Notice};
use words::{Lang, Words};

/// An e-mail as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Whom the reader sees it is from; it names no programme.
    pub from: &'static str,
    /// The subject.
    pub subject: &'static str,
    /// The text, whole.
    pub body: String,
    /// The tag of its language.
    pub language: &'static str,
}

/// A notice as an e-mail. `origin` is the address people type, without a stroke at its end.
pub fn mail(notice: Notice, lang: Lang, origin: &str) -> Mail {
    let w = Words::new(lang);
    let link = notice.link().map(|link| {
        let href = format!("{origin}{}", in_language(lang, &path(link)));
        match link {
            Link::OneTime(_) => w.send_link_open(&href),
            Link::Referral(_) | Link::Draft(_) | Link::Offer(_) | Link::Family(_) | Link::Home => {
                w.send_link_read(&href)
            }
        }
    });
    let paragraphs = [
        Some(said(w, notice)),
        link,
        Some(w.send_body_nothing_more().to_owned()),
        Some(w.send_body_no_answer().to_owned()),
    ];
    let mut body = paragraphs.into_iter().flatten().collect::<Vec<_>>().join("\n\n");
    body.push('\n');
    Mail {
        from: w.send_from_name(),
        subject: match notice {
            Notice::OneTimeLink { .. } => w.send_subject_link(),
            Notice::Trial => w.send_subject_trial(),
            _ => w.send_subject(),
        },
        body,
        language: lang.tag(),
    }
}

/// A notice as a text message: only what is said, with the marks that telephones have. A link goes by e-mail only, but
/// for the one somebody asked for.
pub fn text(notice: Notice, lang: Lang, origin: &str) -> String {
    let w = Words::new(lang);
    let said = said(w, notice);
    let whole = match notice.link() {
        Some(link @ Link::OneTime(_)) => {
            let href = format!("{origin}{}", in_language(lang, &path(link)));
            format!("{said}\n{href}")
        }
        _ => said,
    };
    plain_marks(&whole)
}

/// Where a link leads.
fn path(link: Link) -> String {
    match link {
        Link::Referral(id) => paths::referral(id),
        Link::Draft(id) => paths::referral_draft(id),
        Link::Offer(id) => paths::offer(id),
        Link::Family(id) => paths::family(id),
        Link::Home => paths::HOME.to_owned(),
        Link::OneTime(secret) => paths::one_time(&URL_SAFE_NO_PAD.encode(secret.0)),
    }
}

/// The one thing a notice says. It says of no family that there is one; a reference is said only to somebody who has
/// nothing but it to ask by.
fn said(w: Words, notice: Notice) -> String {
    let day = |day| w.day_short(day);
    match notice {
        Notice::OneTimeLink { until, .. } => w.send_body_one_time_link(&day(until)),
        Notice::DraftEnds { on, .. } => w.send_body_draft_ends(&day(on)),
        Notice::ReferralReceived { heard_by, .. } => w.send_body_referral_received(&day(heard_by)),
        Notice::ReferralReceivedOutside { reference, heard_by } => {
            w.send_body_referral_received_outside(&day(heard_by), &reference.to_string())
        }
        Notice::ReferralToDecide { .. } => w.send_body_referral_to_decide().to_owned(),
        Notice::InformationAsked {
            answer_by: Some(by), ..
        } => w.send_body_information_asked_by(&day(by)),
        Notice::InformationAsked { answer_by: None, .. } => w.send_body_information_asked().to_owned(),
        Notice::InformationGiven { .. } => w.send_body_information_given().to_owned(),
        Notice::DecisionMade { .. } => w.send_body_decision_made().to_owned(),
        Notice::FamilyTold { next_on: Some(by) } => w.send_text_family_told_next(&day(by)),
        Notice::FamilyTold { next_on: None } => w.send_text_family_told().to_owned(),
        Notice::OutcomeAsked { .. } => w.send_body_outcome_asked().to_owned(),
        Notice::OfferMade { .. } => w.send_body_offer_made().to_owned(),
        Notice::OfferAnswered { .. } => w.send_body_offer_answered().to_owned(),
        Notice::MatchMade { .. } => w.send_body_match_made().to_owned(),
        Notice::SupportEnded { .. } => w.send_body_support_ended().to_owned(),
        Notice::RingCarer => w.send_body_ring_carer().to_owned(),
        Notice::UrgentToRead => w.send_body_urgent_to_read().to_owned(),
        Notice::Trial => w.send_body_trial().to_owned(),
    }
}

/// The text with the marks of print put back into those every telephone has, so that they do not make it longer.
fn plain_marks(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '‘' | '’' => plain.push('\''),
            '“' | '”' => plain.push('"'),
            '–' | '—' => plain.push('-'),
            '…' => plain.push_str("..."),
            '\u{a0}' | '\u{202f}' => plain.push(' '),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{mail, text};
    use domain::id::{FamilyId, OfferId, ReferralDraftId, ReferralId};
    use domain::reference::{Kind, Reference};
    use domain::send::sms::{Encoding, segments};
    use domain::send::{KINDS, LinkSecret, Notice};
    use jiff::civil::date;
    use words::{Lang, Words};

    const ORIGIN: &str = "https://susd.example";
    const REFERRAL: &str = "00112233-4455-7677-8899-aabbccddeeff";

    /// One notice of each kind, with what it may carry.
    fn every() -> Vec<Notice> {
        let referral: ReferralId = REFERRAL.parse().unwrap();
        let draft: ReferralDraftId = REFERRAL.parse().unwrap();
        let offer: OfferId = REFERRAL.parse().unwrap();
        let family: FamilyId = REFERRAL.parse().unwrap();
        let reference = Reference::new(Kind::Referral, 7);
        let day = date(2026, 8, 9);
        let all = vec![
            Notice::OneTimeLink {
                secret: LinkSecret([7; 32]),
                until: day,
            },
            Notice::DraftEnds { draft, on: day },
            Notice::ReferralReceived {
                referral,
                reference,
                heard_by: day,
            },
            Notice::ReferralReceivedOutside {
                reference,
                heard_by: day,
            },
            Notice::ReferralToDecide { referral, reference },
            Notice::InformationAsked {
                referral,
                reference,
                answer_by: None,
            },
            Notice::InformationAsked {
                referral,
                reference,
                answer_by: Some(day),
            },
            Notice::InformationGiven { referral, reference },
            Notice::DecisionMade { referral, reference },
            Notice::FamilyTold { next_on: None },
            Notice::FamilyTold { next_on: Some(day) },
            Notice::OutcomeAsked { referral, reference },
            Notice::OfferMade { offer },
            Notice::OfferAnswered { offer },
            Notice::MatchMade { family },
            Notice::SupportEnded { family },
            Notice::RingCarer,
            Notice::UrgentToRead,
            Notice::Trial,
        ];
        for kind in KINDS {
            assert!(all.iter().any(|one| one.kind().key == kind.key), "{}", kind.key);
        }
        all
    }

    /// Nothing in a message says what the service is about: whoever else reads the phone learns nothing.
    #[test]
    fn no_message_says_what_the_service_is_about() {
        let telling = [
            "referral",
            "family",
            "child",
            "parent",
            "carer",
            "care",
            "support",
            "social",
            "waiting list",
            "queue",
            "step",
            "atgyfeiri",
            "teulu",
            "plentyn",
            "plant",
            "rhiant",
            "gofal",
            "cymorth",
            "cymdeithasol",
            "ciw",
            "camu",
        ];
        for notice in every() {
            for lang in Lang::ALL {
                let mail = mail(notice, *lang, ORIGIN);
                // The address of the page is the one thing that may hold the word of the folder it is in.
                let lines = mail.body.lines().filter(|line| !line.contains(ORIGIN));
                let read: Vec<&str> = lines.chain([mail.subject, mail.from]).collect();
                let whole = format!("{}\n{}", read.join("\n"), text(notice, *lang, "")).to_lowercase();
                for word in telling {
                    let own = whole
                        .lines()
                        .filter(|line| !line.starts_with('/'))
                        .any(|line| line.contains(word));
                    assert!(!own, "{} in {}: {word} in {whole}", notice.kind().key, lang.tag());
                }
            }
        }
    }

    #[test]
    fn a_reference_is_told_only_to_somebody_who_has_nothing_else_to_ask_by() {
        for notice in every() {
            let reference = Reference::new(Kind::Referral, 7).to_string();
            for lang in Lang::ALL {
                let told = mail(notice, *lang, ORIGIN).body.contains(&reference);
                let only = matches!(notice, Notice::ReferralReceivedOutside { .. });
                assert_eq!(told, only, "{} in {}", notice.kind().key, lang.tag());
            }
        }
    }

    #[test]
    fn a_link_is_in_the_language_of_the_message() {
        let referral: ReferralId = REFERRAL.parse().unwrap();
        let reference = Reference::new(Kind::Referral, 7);
        let notice = Notice::ReferralToDecide { referral, reference };
        let link = |lang| mail(notice, lang, ORIGIN).body;
        assert!(link(Lang::En).contains(&format!(": {ORIGIN}/referrals/{REFERRAL}\n")));
        assert!(link(Lang::Cy).contains(&format!(": {ORIGIN}/cy/referrals/{REFERRAL}\n")));
        let secret = LinkSecret([0xff; 32]);
        let until = date(2026, 8, 9);
        let one_time = mail(Notice::OneTimeLink { secret, until }, Lang::Cy, ORIGIN).body;
        assert!(
            one_time.contains(&format!("{ORIGIN}/cy/link/{}8", "_".repeat(42))),
            "{one_time}"
        );
    }

    #[test]
    fn each_kind_says_something_of_its_own_whole_in_each_language() {
        for lang in Lang::ALL {
            let mut bodies: Vec<String> = every().iter().map(|notice| mail(*notice, *lang, ORIGIN).body).collect();
            let n = bodies.len();
            bodies.sort();
            bodies.dedup();
            assert_eq!(bodies.len(), n, "in {}", lang.tag());
            for body in &bodies {
                assert!(body.contains(Words::new(*lang).send_body_no_answer()));
                assert!(!body.contains('{') && body.ends_with('\n'));
            }
        }
        for notice in every() {
            assert_ne!(mail(notice, Lang::En, ORIGIN).body, mail(notice, Lang::Cy, ORIGIN).body);
        }
    }

    #[test]
    fn a_text_to_a_family_is_one_segment_in_either_language() {
        for next_on in [None, Some(date(2026, 9, 30)), Some(date(2027, 2, 28))] {
            for lang in Lang::ALL {
                let said = text(Notice::FamilyTold { next_on }, *lang, ORIGIN);
                let length = segments(&said);
                assert_eq!(
                    (length.encoding, length.segments),
                    (Encoding::Gsm7, 1),
                    "{said} {:?}",
                    length.outside
                );
                assert!(!said.contains('/'), "nothing to press");
            }
        }
    }

    #[test]
    fn the_marks_of_print_do_not_make_a_text_longer() {
        assert_eq!(super::plain_marks("‘a’ “b” – c…\u{a0}ŵ"), "'a' \"b\" - c... ŵ");
        for lang in Lang::ALL {
            assert!(!text(Notice::Trial, *lang, ORIGIN).contains('’'));
        }
    }
}
