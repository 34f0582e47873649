//! From the words of a story to what a referral form would have given.

use super::story::{Born, Reach, Said, Story, Who};
use anyhow::{Context, Result};
use domain::consent::{Consent, Consents, SharingBasis};
use domain::day::Birth;
use domain::family::{Home, LanguageTag, Languages, NewPerson, Part, SafeContact};
use domain::id::SiteId;
use domain::name::{Name, PersonName};
use domain::need::need;
use domain::pack::Key;
use domain::referral::Refer;
use domain::text::Text;
use jiff::Span;
use jiff::civil::Date;
use rand_chacha::ChaCha12Rng;
use rand_chacha::rand_core::Rng;

/// The referral of a family, as it was made on a day.
pub fn refer(story: &Story, site: SiteId, on: Date, today: Date, dice: &mut ChaCha12Rng) -> Result<Refer> {
    let people = story
        .people
        .iter()
        .map(|who| person(who, on, today, dice))
        .collect::<Result<_>>()?;
    let needs = story
        .needs
        .iter()
        .map(|key| need(key).with_context(|| format!("there is no need {key}")));
    let refer = Refer {
        people,
        homes: story.homes.iter().map(home).collect::<Result<_>>()?,
        needs: needs.collect::<Result<_>>()?,
        going_well: text(story.going_well)?,
        worries: text(story.worries)?,
        ..Refer::to(site)
    };
    let problems = refer.problems();
    anyhow::ensure!(
        problems.is_empty(),
        "a family of the demonstration cannot be referred: {problems:?}"
    );
    Ok(refer)
}

/// A home of one person: their place in the story, the address, whether it is hidden.
fn home((person, address, hidden): &(usize, &str, bool)) -> Result<Home<usize>> {
    Ok(Home {
        address: text(address)?,
        postcode: None,
        hidden: *hidden,
        people: vec![*person],
    })
}

/// Words, where there are any.
pub fn text(words: &str) -> Result<Option<Text>> {
    Ok(Text::parse_optional(words)?)
}

fn person(who: &Who, on: Date, today: Date, dice: &mut ChaCha12Rng) -> Result<NewPerson> {
    let name = |typed: &str| Name::parse_optional(typed);
    let language = match who.language {
        "" => None,
        tag => Some(LanguageTag::parse(tag)?),
    };
    let status = if who.status.is_empty() {
        None
    } else {
        Some(Key::parse(who.status)?)
    };
    Ok(NewPerson {
        name: PersonName {
            forename: name(who.forename)?,
            surname: name(who.surname)?,
            known_as: name(who.known_as)?,
        },
        birth: birth(who.born, on, today, dice)?,
        relationship: text(who.relationship)?,
        languages: Languages {
            speak: language.clone(),
            read: language.clone(),
            reminders: language,
        },
        reason: who.reason,
        consents: consents(who, on)?,
        legal_status: status,
        safe_contact: who.reach.as_ref().map(safe_contact).transpose()?,
        ..NewPerson::unknown(who.part)
    })
}

fn birth(born: Born, on: Date, today: Date, dice: &mut ChaCha12Rng) -> Result<Birth> {
    let before = |months: i32, days: u32| on.checked_sub(Span::new().months(months).days(i64::from(days)));
    Ok(match born {
        Born::Months(months) => Birth::On(before(months, 1 + dice.next_u32() % 28)?),
        Born::MonthOnly(months) => {
            let day = before(months, 0)?;
            Birth::Month {
                year: day.year(),
                month: day.month(),
            }
        }
        Born::YearOnly(months) => Birth::Year(before(months, 0)?.year()),
        Born::Expected(months) => {
            let day = today.checked_add(Span::new().months(months))?;
            Birth::Expected {
                year: day.year(),
                month: day.month(),
            }
        }
        Born::Unknown => Birth::NotKnown,
    })
}

/// Children are spoken with later; adults said something on the day.
fn consents(who: &Who, on: Date) -> Result<Consents> {
    let taking_part = match who.said {
        Said::Yes => Consent::Given { on },
        Said::No(why) => Consent::NotGiven { why: text(why)? },
        Said::NotAsked => Consent::NotAsked,
    };
    let agreed = matches!(who.said, Said::Yes) && who.part == Part::Adult;
    let sharing = if agreed {
        SharingBasis::Agreed
    } else {
        SharingBasis::NotDiscussed
    };
    Ok(Consents {
        taking_part,
        sharing,
        ..Consents::default()
    })
}

fn safe_contact(reach: &Reach) -> Result<SafeContact> {
    Ok(SafeContact {
        number: text(reach.number)?,
        times: text(reach.times)?,
        no_message: reach.no_message,
        address_hidden: reach.hidden,
        note: text(reach.note)?,
    })
}
