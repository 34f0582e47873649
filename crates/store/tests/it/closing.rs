//! An ending as it is stored: everything ends with it, later what the authority says, and the family can come back.

use crate::plan::written;
use crate::session::{Supported, supported};
use crate::support::people::{day, refer, text};
use crate::support::{Deployment, on_both};
use domain::access::{Action, Denied, Object};
use domain::care_episode::{EpisodeKind, NewEpisode, Refusal as CareRefusal, Source};
use domain::closing::{ChildNow, NewClosing, Reason, Refusal, close};
use domain::due::DueKind;
use domain::family::NewPerson;
use domain::follow_up::{ChildThen, NewFollowUp, Refusal as LaterRefusal, Which};
use domain::goal::Ending;
use domain::matching::{EndWhy, MatchStage, OfferStage, Standing};
use domain::referral::{Lives, Stage};
use domain::review::{Bounds, ReviewKind};
use domain::role::Role;
use domain::session::{Bounds as Around, NewSession, Place, Stage as Became, When, WhyNot};
use jiff::ToSpan;
use store::{Error, Tx, care_episode, closing, follow_up, matching, review, session};

/// Why an ending was not stored.
#[derive(Debug, PartialEq)]
enum Why {
    Refused(Refusal),
    Later(LaterRefusal),
    Care(CareRefusal),
    Store(String),
}

impl From<Error> for Why {
    fn from(error: Error) -> Self {
        Self::Store(error.to_string())
    }
}

const IN_CARE: (EpisodeKind, &str) = (EpisodeKind::Agreed, "2026-03-05");

/// Ends the support of a family today: each child in care since before, each goal reached.
async fn end(d: &Deployment, of: &Supported) -> Result<(), Why> {
    let (family, by) = (of.family, of.manager.id);
    let permit = d
        .may(&of.manager.actor, Action::CloseSupport, Object::Family(family))
        .await;
    let unit = move |tx: &Tx| {
        let known = closing::known(tx, family)?;
        let (children, goals) = known.ids();
        let new = NewClosing {
            on: tx.today(),
            reason: Reason::GoalsMet,
            words: Some(text("It was agreed at the review")),
            achieved: text("Bedtimes are calm now"),
            children: children
                .iter()
                .map(|child| ChildNow {
                    child: *child,
                    lives: Lives::InCare,
                    care: Some((IN_CARE.0, day(IN_CARE.1))),
                })
                .collect(),
            goals: goals.iter().map(|goal| (*goal, Ending::Reached)).collect(),
        };
        let event = close(new, by, tx.today(), known.bounds((&children, &goals))).map_err(Why::Refused)?;
        closing::close(tx, &known, "en", &event)?;
        Ok(())
    };
    d.store.write(permit, unit).await
}

/// A visit and a review to come, and an offer to another household that waits.
async fn plan_ahead(d: &Deployment, of: &Supported) {
    let (family, site) = (of.family, of.site);
    let (_, other) = d.carer(&of.manager, site, "Delyth Rees").await;
    d.offer(&of.manager, family, other).await.unwrap();
    let permit = d
        .may(&of.manager.actor, Action::AddSession, Object::Family(family))
        .await;
    let unit = move |tx: &Tx| {
        let (earliest, people) = session::bounds(tx, family)?;
        let around = Around {
            earliest,
            people: &people,
        };
        let on = tx.today().saturating_add(6.days());
        let visit = NewSession {
            kind: domain::support::kind("mentoring").expect("a kind"),
            place: Place::Home,
            when: When {
                on,
                at: None,
                minutes: None,
            },
            present: vec![],
        };
        let event = domain::session::plan(visit, tx.today(), around).expect("the rules allow it");
        session::make(tx, (family, site), "en", &event)?;
        let (begun, people) = review::bounds(tx, family)?;
        let bounds = Bounds { begun, people: &people };
        let event = domain::review::plan(ReviewKind::Review, on, tx.today(), bounds).expect("the rules allow it");
        review::make(tx, (family, site), "en", &event)?;
        Ok::<_, Error>(())
    };
    d.store.write(permit, unit).await.unwrap();
}

#[test]
fn everything_ends_with_it_and_what_was_achieved_is_kept() {
    on_both(async |d| {
        let of = supported(d).await;
        written(d, &of.carer, &of).await;
        plan_ahead(d, &of).await;
        let family = of.family;
        end(d, &of).await.unwrap();
        let read = d.house(move |tx| closing::of_family(tx, family)).await;
        assert_eq!(
            (read.len(), read[0].on, read[0].begun),
            (1, day("2026-03-10"), day("2026-03-10"))
        );
        assert_eq!(
            (read[0].achieved.as_str(), read[0].words.as_deref(), read[0].reason),
            (
                "Bedtimes are calm now",
                Some("It was agreed at the review"),
                Reason::GoalsMet
            )
        );
        assert_eq!(
            read[0].children,
            [ChildNow {
                child: of.people[0],
                lives: Lives::InCare,
                care: Some((IN_CARE.0, day(IN_CARE.1))),
            }]
        );
        let standing = d.house(move |tx| matching::standing(tx, family)).await.0;
        assert_eq!(
            standing,
            Standing::Ended {
                since: day("2026-03-10")
            }
        );
        let stage = d.house(move |tx| matching::of_family(tx, family)).await[0]
            .matched
            .stage;
        assert!(matches!(
            stage,
            MatchStage::Ended {
                why: EndWhy::SupportEnded,
                ..
            }
        ));
        let offers = d.house(move |tx| matching::offers_of_family(tx, family)).await;
        assert!(
            offers
                .iter()
                .any(|one| matches!(one.offer.stage, OfferStage::Withdrawn { .. }))
        );
        assert!(d.house(move |tx| session::planned(tx, family)).await.is_empty());
        let visits = d.house(move |tx| session::page(tx, family, None, 9, false)).await;
        assert_eq!(
            visits[0].stage,
            Became::Cancelled {
                why: WhyNot::SupportEnded
            }
        );
        assert!(d.house(move |tx| review::planned(tx, family)).await.is_empty());
        assert!(d.house(move |tx| store::goal::open(tx, family)).await.is_empty());
        // Whoever supported the family reads it no more; the household has its place again.
        let refused = d
            .refusal(&of.carer.actor, Action::OpenFamily, Object::Family(family))
            .await;
        assert_eq!(refused, Some(Denied::Refused));
        let episodes = d.house(move |tx| care_episode::of_family(tx, family)).await;
        assert_eq!(episodes.len(), 1);
        assert_eq!(
            (
                episodes[0].episode.kind,
                episodes[0].episode.from,
                episodes[0].episode.to
            ),
            (IN_CARE.0, day(IN_CARE.1), None)
        );
    });
}

#[test]
fn an_ending_is_decided_once_and_the_family_can_be_referred_again() {
    on_both(async |d| {
        let of = supported(d).await;
        let family = of.family;
        let known = d.house(move |tx| closing::known(tx, family)).await;
        let first = known.referral.expect("support goes on because of it");
        end(d, &of).await.unwrap();
        let on = day("2026-03-10");
        assert_eq!(end(d, &of).await, Err(Why::Refused(Refusal::IsClosed { on })));
        // Two who press at once: the second was read before the first was stored.
        let permit = d
            .may(&of.manager.actor, Action::CloseSupport, Object::Family(family))
            .await;
        let by = of.manager.id;
        let unit = move |tx: &Tx| {
            let new = NewClosing {
                on,
                reason: Reason::GoalsMet,
                words: None,
                achieved: text("The same again"),
                children: Vec::new(),
                goals: Vec::new(),
            };
            let event = domain::closing::Event { by, closing: new };
            closing::close(tx, &known, "en", &event).map(|_| ())
        };
        let refused = d.store.write(permit, unit).await.unwrap_err();
        assert!(
            matches!(&refused, Error::Constraint(which) if which == "closing_once"),
            "{refused}"
        );
        let stage = d.house(move |tx| store::referral::load(tx, first)).await.stage;
        assert_eq!(stage, Stage::Closed { on });
        let mut again = refer(of.site, vec![]);
        again.follows = Some(first);
        again.people = vec![NewPerson {
            id: Some(of.people[0]),
            ..crate::support::people::child("Ada Evans")
        }];
        let made = crate::support::people::refer_in(&d.store, &of.manager, again).await;
        assert_eq!(made.family, family, "the record is the one there was");
        d.accept(&of.manager, made.id).await;
        let standing = d.house(move |tx| matching::standing(tx, family)).await.0;
        assert!(matches!(standing, Standing::Waiting { .. }));
    });
}

/// Writes a follow-up down.
async fn follow(d: &Deployment, of: &Supported, puts_right: bool, lives: Lives) -> Result<(), Why> {
    let family = of.family;
    let actor = d.sign_in(of.manager.id).await;
    let permit = d.may(&actor, Action::RecordAfter, Object::Family(family)).await;
    let unit = move |tx: &Tx| {
        let (known, _) = store::family::load(tx, family)?;
        let later = follow_up::of_family(tx, family)?;
        let referral = later[0].referral;
        let new = NewFollowUp {
            which: Which::Twelve,
            on: tx.today(),
            children: known
                .children()
                .map(|child| ChildThen {
                    child: child.id,
                    lives,
                    care: None,
                })
                .collect(),
            source: Source::Authority,
            words: Some(text("At school every day")),
        };
        let new = follow_up::decide(tx, &known, (referral, puts_right), new)?.map_err(Why::Later)?;
        follow_up::make(tx, &known, referral, "cy", &new)?;
        Ok(())
    };
    d.store.write(permit, unit).await
}

#[test]
fn a_follow_up_is_due_from_the_referral_and_is_put_right_without_losing_the_first() {
    on_both(async |d| {
        let of = supported(d).await;
        let family = of.family;
        let site = of.site;
        d.agreement(site, "2026-01-01", "2030-01-01").await;
        end(d, &of).await.unwrap();
        let kept = d.house(move |tx| store::due::kept(tx, family)).await;
        assert_eq!((kept.kind, kept.on), (Some(DueKind::FollowUp), Some(day("2027-03-10"))));
        let early = follow(d, &of, false, Lives::AtHome).await;
        assert_eq!(
            early,
            Err(Why::Later(LaterRefusal::TooEarly {
                earliest: day("2027-02-10")
            }))
        );
        d.seconds_later(365 * 86_400);
        follow(d, &of, false, Lives::AtHome).await.unwrap();
        let kept = d.house(move |tx| store::due::kept(tx, family)).await;
        assert_eq!((kept.kind, kept.on), (Some(DueKind::FollowUp), Some(day("2028-03-10"))));
        assert_eq!(
            follow(d, &of, false, Lives::AtHome).await,
            Err(Why::Later(LaterRefusal::Already))
        );
        follow(d, &of, true, Lives::WithRelatives).await.unwrap();
        let later = d.house(move |tx| follow_up::of_family(tx, family)).await;
        let done = &later[0].done;
        assert_eq!((done.len(), done[0].version), (1, 2));
        assert_eq!(done[0].children[0].lives, Lives::WithRelatives);
        assert_eq!(
            (done[0].words.as_deref(), done[0].language.as_str()),
            (Some("At school every day"), "cy")
        );
        let open = later[0].open();
        assert_eq!(open, [(Which::TwentyFour, day("2028-03-10"))]);
    });
}

#[test]
fn a_time_in_care_is_put_right_and_of_its_own_family_alone() {
    on_both(async |d| {
        let of = supported(d).await;
        let (family, child) = (of.family, of.people[0]);
        let write = |from: &'static str, instead_of| {
            let of = &of;
            async move {
                let permit = d
                    .may(&of.manager.actor, Action::RecordAfter, Object::Family(of.family))
                    .await;
                let family = of.family;
                let unit = move |tx: &Tx| {
                    let (known, _) = store::family::load(tx, family)?;
                    let new = NewEpisode {
                        child,
                        kind: EpisodeKind::PoliceProtection,
                        from: day(from),
                        to: Some(day(from)),
                        source: Source::Family,
                    };
                    let episode = care_episode::decide(tx, &known, instead_of, new)?.map_err(Why::Care)?;
                    if let Some(before) = instead_of {
                        care_episode::put_right(tx, family, (child, before))?;
                    }
                    Ok(care_episode::make(tx, (family, known.site), &episode)?)
                };
                d.store.write(permit, unit).await
            }
        };
        let first = write("2026-03-08", None).await.unwrap();
        let from = day("2026-03-08");
        assert_eq!(
            write("2026-03-08", None).await,
            Err(Why::Care(CareRefusal::Already { from }))
        );
        let second = write("2026-03-07", Some(first)).await.unwrap();
        let all = d.house(move |tx| care_episode::of_family(tx, family)).await;
        assert_eq!((all.len(), all[0].id), (1, second));
        // What was put right once is not put right again, and nobody else's is at all.
        let again = write("2026-03-07", Some(first)).await;
        assert!(again.is_err(), "{again:?}");
        let other = d.staff("Mair", Role::FamilyWorker, of.site).await;
        let refused = d
            .refusal(&other.actor, Action::RecordAfter, Object::Family(family))
            .await;
        assert_eq!(refused, Some(Denied::Refused));
    });
}
