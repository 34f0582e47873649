//! What is due next, kept beside the family: after any verb, and any days later, it is what `domain::due` says.

use crate::support::carers::Not;
use crate::support::people::{Somebody, day, text};
use crate::support::{Deployment, on_both};
use domain::access::{Action, Object};
use domain::due::{DueKind, next, review_due};
use domain::household::{Away, AwayWhy};
use domain::id::{AccountId, FamilyId, HouseholdId, MatchId, SiteId};
use domain::level::{Ladder, Level, Rung};
use domain::matching::EndWhy;
use domain::review::{self as reviews, Attendee, Decision, NewReview, ReviewKind, Said};
use domain::role::Role;
use domain::session::{Bounds, NewSession, Place, Prompt, Then, When, WhyNot, paragraphs, plan, write};
use domain::step::{Cause, NewStep, Voice};
use jiff::ToSpan;
use jiff::civil::Date;
use store::due::{SESSIONS_FOR_DUE, Which};
use store::{Error, Tx, household, ladder, matching, review, session, step};

/// A family with a carer since the first day, and who does everything.
struct Supported {
    site: SiteId,
    manager: Somebody,
    home: HouseholdId,
    family: FamilyId,
    matched: MatchId,
}

async fn supported(d: &Deployment) -> Supported {
    let site = d.site_without_agreement("Here").await;
    d.agreement(site, "2026-01-01", "2030-01-01").await;
    let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
    let (_, home) = d.carer(&manager, site, "Lowri Haf").await;
    let (family, offer) = d.said_yes(&manager, site, "Evans", home).await;
    let matched = d.decide(&manager, offer, day("2026-03-10")).await.unwrap();
    Supported {
        site,
        manager,
        home,
        family,
        matched,
    }
}

/// What can happen to a family, and to those around it.
#[derive(Clone, Copy, Debug)]
enum Verb {
    Plan(i32),
    Visit(i32),
    Miss(WhyNot),
    CallOff,
    Sign,
    Step(u8),
    Review,
    Meeting,
    PlanReview(i32),
    CallReviewOff,
    Away(i32),
    End,
    Nothing,
}

/// Verbs that follow from a number, so that each run is the same. Where nothing is planned ahead, no planned visit that
/// nobody wrote down comes before the rest.
fn verbs(seed: u64, plans_ahead: bool) -> Vec<(Verb, i64)> {
    let mut state = seed;
    let mut next = move |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut all = Vec::new();
    for _ in 0..40 {
        let days = i32::try_from(next(12)).unwrap();
        let verb = match next(14) {
            0 if plans_ahead => Verb::Plan(days),
            0..=3 => Verb::Visit(days % 3),
            4 => Verb::Miss(WhyNot::Holiday),
            5 => Verb::Miss(WhyNot::Carer),
            6 => Verb::CallOff,
            7 => Verb::Sign,
            8 => Verb::Step(u8::try_from(next(5)).unwrap()),
            10 => Verb::Meeting,
            11 if plans_ahead => Verb::PlanReview(days),
            9 | 11 => Verb::Review,
            12 => Verb::CallReviewOff,
            _ => Verb::Away(days),
        };
        all.push((verb, i64::try_from(next(6)).unwrap()));
    }
    all.extend([(Verb::End, 1), (Verb::Visit(0), 9), (Verb::Nothing, 0)]);
    all
}

impl From<domain::session::Refusal> for Not {
    fn from(refusal: domain::session::Refusal) -> Self {
        Self::Otherwise(refusal.to_string())
    }
}

impl From<reviews::Refusal> for Not {
    fn from(refusal: reviews::Refusal) -> Self {
        Self::Otherwise(refusal.to_string())
    }
}

impl From<domain::step::Refusal> for Not {
    fn from(refusal: domain::step::Refusal) -> Self {
        Self::Otherwise(refusal.to_string())
    }
}

fn visit(on: Date) -> NewSession {
    NewSession {
        kind: domain::support::kind("mentoring").expect("a kind"),
        place: Place::Home,
        when: When {
            on,
            at: None,
            minutes: None,
        },
        present: vec![],
    }
}

/// A review held on a day.
pub fn held(kind: ReviewKind, on: Date) -> NewReview {
    NewReview {
        kind,
        on,
        there: vec![Attendee::Carer],
        present: vec![],
        decided: vec![Decision::Continue],
        said: Said {
            said: text("Mornings go well"),
            theirs: None,
            next: None,
        },
    }
}

/// Does one thing; what the rules refuse is not done.
fn one(tx: &Tx, verb: Verb, by: AccountId, of: &(SiteId, HouseholdId, FamilyId, MatchId)) -> Result<(), Not> {
    let (site, home, family, matched) = *of;
    let (today, now) = (tx.today(), store::clock::london_time(tx.now()));
    let ahead = |days: i32| today.saturating_add(days.days());
    let (earliest, people) = session::bounds(tx, family)?;
    let bounds = Bounds {
        earliest,
        people: &people,
    };
    let done = || Then::Done(paragraphs(Prompt::Happened, &text("She rang and I went.")).collect());
    let (begun, people) = review::bounds(tx, family)?;
    let around = reviews::Bounds { begun, people: &people };
    match verb {
        Verb::Plan(days) => {
            let event = plan(visit(ahead(days)), today, bounds)?;
            session::make(tx, (family, site), "en", &event)?;
        }
        Verb::Visit(ago) => {
            let event = write(visit(ahead(-ago)), done(), now, bounds)?;
            session::make(tx, (family, site), "en", &event)?;
        }
        Verb::Miss(why) => {
            let event = write(visit(today), Then::Missed(why, None), now, bounds)?;
            session::make(tx, (family, site), "en", &event)?;
        }
        Verb::CallOff => {
            if let Some(planned) = session::planned(tx, family)?.first() {
                let event = planned.then(
                    visit(planned.when.on),
                    Then::Cancelled(WhyNot::Illness, None),
                    now,
                    bounds,
                )?;
                session::record(tx, planned, "en", &[], &event)?;
            }
        }
        Verb::Sign => {
            let all = session::page(tx, family, None, 50, false)?;
            if let Some(line) = all.iter().find(|line| line.waits_to_be_signed) {
                let other = AccountId::from_uuid(crate::support::random_id());
                let session = session::load(tx, line.id)?;
                let event = session.sign(other, today, None)?;
                session::record(tx, &session, "en", &[], &event)?;
            }
        }
        Verb::Step(to) => {
            let new = NewStep {
                to: Level::new(to).expect("one figure"),
                on: today,
                cause: Cause::Harder,
                asked_by: Voice::Carer,
                agreed_by: vec![Voice::Parent],
                expected_end: None,
                reason: text("Nights are hard"),
            };
            let event = step::steps(tx, family)?.step((by, today), true, &Ladder::shipped(), new)?;
            step::record(tx, site, &event)?;
        }
        Verb::Review | Verb::Meeting => {
            let is_review = matches!(verb, Verb::Review);
            let kind = if is_review {
                ReviewKind::Review
            } else {
                ReviewKind::SupportMeeting
            };
            let event = reviews::hold(held(kind, today), today, around)?;
            review::make(tx, (family, site), "en", &event)?;
        }
        Verb::PlanReview(days) => {
            let event = reviews::plan(ReviewKind::Review, ahead(days), today, around)?;
            review::make(tx, (family, site), "en", &event)?;
        }
        Verb::CallReviewOff => {
            if let Some(planned) = review::planned(tx, family)?.first() {
                review::record(tx, planned, "en", &planned.call_off()?)?;
            }
        }
        Verb::Away(days) => {
            let household = household::load(tx, home)?;
            let away = Away {
                from: ahead(1),
                to: ahead(1 + days),
                why: AwayWhy::Holiday,
            };
            let event = household.set_away(by, today, away)?;
            household::record(tx, &household, &event, None)?;
        }
        Verb::End => {
            let active = matching::load(tx, matched)?;
            let event = active.end((by, today), today, EndWhy::SupportEnded, None)?;
            matching::end(tx, &active, &event)?;
        }
        Verb::Nothing => {}
    }
    Ok(())
}

/// What stands beside the family, and what the rules say.
async fn kept_and_said(d: &Deployment, family: FamilyId) -> [(Option<String>, Option<String>, Option<String>); 2] {
    let said = d
        .house(move |tx| {
            let case = store::due::known(tx, family, SESSIONS_FOR_DUE)?.case;
            let first = next(&case, tx.today());
            Ok((
                first.map(|due| due.on.to_string()),
                first.map(|due| due.kind.key().to_owned()),
                review_due(&case).map(|on| on.to_string()),
            ))
        })
        .await;
    let kept = d.house(move |tx| store::due::kept(tx, family)).await;
    let text = |day: Option<Date>| day.map(|day| day.to_string());
    let kept = (
        text(kept.on),
        kept.kind.map(|kind| kind.key().to_owned()),
        text(kept.review_on),
    );
    [kept, said]
}

#[test]
fn what_is_due_next_stands_beside_the_family_after_any_verb_and_any_days_later() {
    on_both(async |d| {
        let of = supported(d).await;
        let ids = (of.site, of.home, of.family, of.matched);
        let mut stored = 0;
        for (seed, plans_ahead) in [(7, false), (2026, true), (91, false)] {
            for (verb, days) in verbs(seed, plans_ahead) {
                // The match ends once, at the end of the last list.
                if matches!(verb, Verb::End) && seed != 91 {
                    continue;
                }
                let by = of.manager.id;
                let actor = d.sign_in(by).await;
                let permit = d.may(&actor, Action::AddSession, Object::Family(of.family)).await;
                let done = d.store.write(permit, move |tx| one(tx, verb, by, &ids)).await;
                stored += i32::from(done.is_ok());
                for later in [0, days] {
                    d.seconds_later(later * 86_400);
                    let [kept, said] = kept_and_said(d, of.family).await;
                    assert_eq!(kept, said, "{verb:?} of {seed}, {later} days later: {done:?}");
                }
            }
        }
        assert!(80 < stored, "most verbs are stored: {stored}");
    });
}

#[test]
fn another_ladder_works_out_anew_what_is_due_about_every_family_of_the_site() {
    on_both(async |d| {
        let of = supported(d).await;
        let before = kept_and_said(d, of.family).await;
        assert_eq!(before[0].2.as_deref(), Some("2026-06-09"), "13 weeks from the match");
        let (site, today) = (of.site, day("2026-03-09"));
        let permit = d.may(&of.manager.actor, Action::SetLadder, Object::Site(site)).await;
        let unit = move |tx: &Tx| {
            let often = |rung: &Rung| Rung {
                review_days: 28,
                sessions: 0,
                ..*rung
            };
            let rungs = Ladder::shipped().rungs().iter().map(often).collect();
            let own = Ladder::new(rungs, Level::new(2).expect("one figure")).expect("a ladder");
            ladder::set(tx, site, today, &own)?;
            Ok::<_, Error>(())
        };
        d.store.write(permit, unit).await.unwrap();
        let after = kept_and_said(d, of.family).await;
        assert_eq!(after[0], after[1]);
        assert_eq!(after[0].2.as_deref(), Some("2026-04-07"));
        assert_eq!(after[0].1.as_deref(), Some("review"), "nothing else is due");
        let history = d.house(move |tx| ladder::history(tx, site)).await;
        assert_eq!((history.len(), history[0].from), (1, today));
        assert_eq!(history[0].by.as_deref(), Some("Megan"));
    });
}

#[test]
fn a_list_shows_what_is_due_up_to_a_day_the_earliest_first_a_page_at_a_time() {
    on_both(async |d| {
        let of = supported(d).await;
        let other = d.said_yes(&of.manager, of.site, "Owen", of.home).await;
        d.decide(&of.manager, other.1, day("2026-03-12")).await.unwrap();
        let list = |which: Which, until: &str, after| {
            let until = day(until);
            let of = &of;
            async move {
                let permit = d.may(&of.manager.actor, Action::ListFamilies, Object::Lists).await;
                let lines = d
                    .store
                    .read(permit, move |tx| store::due::list(tx, which, until, after, 1))
                    .await;
                lines.unwrap()
            }
        };
        let first = list(Which::All, "2026-03-15", None).await;
        assert_eq!((first[0].on, first[0].kind), (day("2026-03-15"), DueKind::Contact));
        let second = list(Which::All, "2026-03-15", Some((first[0].on, first[0].id))).await;
        assert_eq!(second[0].on, day("2026-03-15"), "four days of the week are left");
        assert_ne!(first[0].id, second[0].id);
        assert!(list(Which::All, "2026-03-14", None).await.is_empty());
        let review = list(Which::Reviews, "2026-06-10", None).await;
        assert_eq!((review[0].id, review[0].on), (of.family, day("2026-06-09")));
        assert!(review[0].name.contains("Evans"));
    });
}
