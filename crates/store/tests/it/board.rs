//! What people look at first: families by where they stand, the figures of an area, the week of whoever supervises, who may open
//! a record, and visits that are found without a word of what was written.

use crate::crisis::written;
use crate::session::{Supported, said};
use crate::support::carers::{Not, of_carer};
use crate::support::people::{Somebody, day};
use crate::support::{Deployment, on_both};
use domain::access::{Action, Object};
use domain::contact::week as week_of;
use domain::household::Household;
use domain::id::{AccountId, FamilyId, HouseholdId, MatchId, SiteId};
use domain::level::Level;
use domain::matching::EndWhy;
use domain::role::Role;
use domain::session::{Bounds, NewSession, Place, Prompt, Then, When, WhyNot, plan, write};
use domain::support::kind;
use jiff::civil::Date;
use store::board::{self, Detail, Figures, Show};
use store::family::By;
use store::session::{Asked, Of};
use store::{Tx, family, matching, session};

const TODAY: &str = "2026-03-10";

/// An area with a carer who has two families, a family that waits, and another area with one.
struct Area {
    site: SiteId,
    manager: Somebody,
    supervisor: Somebody,
    carer: Somebody,
    home: HouseholdId,
    /// Evans and Puw, with Lowri; Rees, who waits; Okoro, elsewhere.
    families: [FamilyId; 4],
    matched: MatchId,
}

async fn area(d: &Deployment) -> Area {
    let (site, elsewhere) = (d.site("Here").await, d.site("There").await);
    let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
    let other = d.staff("Orla", Role::ProgrammeManager, elsewhere).await;
    let supervisor = d.staff("Rhian", Role::Supervisor, site).await;
    let carer = d.staff("Lowri Haf", Role::Carer, site).await;
    let mut new = of_carer(site, "Lowri Haf", Some(&carer));
    new.supervisor = Some(supervisor.id);
    let home = d.household(&manager, new).await;
    let (evans, offer) = d.said_yes(&manager, site, "Ada Evans", home).await;
    let matched = d.decide(&manager, offer, day(TODAY)).await.unwrap();
    // Ids follow the clock: each family comes after the one before.
    d.seconds_later(1);
    let (puw, offer) = d.said_yes(&manager, site, "Bo Puw", home).await;
    d.decide(&manager, offer, day(TODAY)).await.unwrap();
    d.seconds_later(1);
    let rees = d.family(&manager, site, "Cai Rees").await;
    d.accept(&manager, rees.id).await;
    let okoro = d.family(&other, elsewhere, "Dele Okoro").await;
    Area {
        site,
        manager,
        supervisor,
        carer,
        home,
        families: [evans, puw, rees.family, okoro.family],
        matched,
    }
}

async fn end(d: &Deployment, by: &Somebody, id: MatchId, why: EndWhy) {
    let permit = d.may(&by.actor, Action::EndMatch, Object::Match(id)).await;
    let who = by.id;
    let unit = move |tx: &Tx| {
        let matched = matching::load(tx, id)?;
        let event = matched.end((who, tx.today()), tx.today(), why, None)?;
        Ok::<_, Not>(matching::end(tx, &matched, &event)?)
    };
    d.store.write(permit, unit).await.unwrap();
}

/// A visit on a day: planned, or what became of it.
async fn visit(d: &Deployment, by: &Somebody, (family, site): (FamilyId, SiteId), on: &str, then: Option<Then>) {
    let permit = d.may(&by.actor, Action::AddSession, Object::Family(family)).await;
    let on = day(on);
    let unit = move |tx: &Tx| {
        let (earliest, people) = session::bounds(tx, family)?;
        let bounds = Bounds {
            earliest,
            people: &people,
        };
        let new = NewSession {
            kind: kind("mentoring").expect("a kind"),
            place: Place::Home,
            when: When {
                on,
                at: None,
                minutes: Some(60),
            },
            present: people.clone(),
        };
        let event = match then.clone() {
            Some(then) => write(new, then, store::clock::london_time(tx.now()), bounds)?,
            None => plan(new, tx.today(), bounds)?,
        };
        Ok::<_, Not>(session::make(tx, (family, site), "en", &event)?)
    };
    d.store.write(permit, unit).await.unwrap();
}

async fn cases(d: &Deployment, who: &Somebody, show: Show) -> Vec<(FamilyId, Option<Level>)> {
    cases_in(d, who, show, Detail::Whole).await
}

async fn cases_in(d: &Deployment, who: &Somebody, show: Show, detail: Detail) -> Vec<(FamilyId, Option<Level>)> {
    let permit = d.may(&who.actor, Action::ListFamilies, Object::Lists).await;
    let read = d
        .store
        .read(permit, move |tx| board::cases(tx, (show, detail), None, 50))
        .await;
    let cases = read.unwrap().into_iter();
    cases.map(|case| (case.id, case.standing.level)).collect()
}

fn ids(cases: &[(FamilyId, Option<Level>)]) -> Vec<FamilyId> {
    let mut ids: Vec<FamilyId> = cases.iter().map(|(id, _)| *id).collect();
    ids.sort_unstable();
    ids
}

async fn figures(d: &Deployment, who: &Somebody) -> Option<Figures> {
    let permit = d.may(&who.actor, Action::ListFamilies, Object::Lists).await;
    d.store.read(permit, board::figures).await.unwrap()
}

#[test]
fn a_list_shows_each_reader_their_families_and_how_each_stands() {
    on_both(async |d| {
        let a = area(d).await;
        let [evans, puw, rees, okoro] = a.families;
        let all = cases(d, &a.manager, Show::All).await;
        assert_eq!(ids(&all), [evans, puw, rees]);
        let level = all.iter().find(|(id, _)| *id == evans).and_then(|(_, level)| *level);
        let level = level.expect("support begins with a level");
        assert!(all.contains(&(rees, None)), "who waits has no level");
        assert_eq!(ids(&cases(d, &a.manager, Show::AtLevel(level)).await), [evans, puw]);
        assert_eq!(ids(&cases(d, &a.manager, Show::Supported).await), [evans, puw]);
        assert_eq!(ids(&cases(d, &a.carer, Show::Supported).await), [evans, puw]);
        // In brief the families of an area are the same, with less about each; one's own are few and told whole.
        let brief = cases_in(d, &a.manager, Show::All, Detail::Brief).await;
        assert_eq!(ids(&brief), [evans, puw, rees]);
        assert!(brief.iter().all(|(_, level)| level.is_none()), "{brief:?}");
        let own = cases_in(d, &a.carer, Show::All, Detail::Brief).await;
        assert!(own.iter().all(|(_, level)| level.is_some()), "{own:?}");
        assert_eq!(ids(&cases(d, &a.carer, Show::All).await), [evans, puw]);
        assert_eq!(ids(&cases(d, &a.carer, Show::AtLevel(level)).await), [evans, puw]);
        // Somebody of the family is kept from whoever they are protected from, in every sort.
        let (_, people) = d.house(move |tx| session::bounds(tx, puw)).await;
        let (from, person) = (a.manager.id, people[0]);
        d.house(move |tx| store::account::standing::protect(tx, puw, person, from))
            .await;
        assert_eq!(ids(&cases(d, &a.manager, Show::All).await), [evans, rees]);
        assert_eq!(
            ids(&cases_in(d, &a.manager, Show::All, Detail::Brief).await),
            [evans, rees]
        );
        assert_eq!(ids(&cases(d, &a.manager, Show::Supported).await), [evans]);
        assert_eq!(ids(&cases(d, &a.manager, Show::AtLevel(level)).await), [evans]);
        assert!(!ids(&all).contains(&okoro));
    });
}

#[test]
fn figures_count_each_family_where_it_stands_and_their_lists_show_the_same() {
    on_both(async |d| {
        let a = area(d).await;
        let [evans, puw, ..] = a.families;
        let before = figures(d, &a.manager).await.expect("the whole area");
        assert_eq!(before.at_level.values().sum::<u64>(), 2);
        assert_eq!((before.between, before.longer, before.ending), (0, 0, 0));
        end(d, &a.manager, a.matched, EndWhy::CarerAsked).await;
        let after = figures(d, &a.manager).await.expect("the whole area");
        assert_eq!((after.at_level.values().sum::<u64>(), after.between), (1, 1));
        assert_eq!(ids(&cases(d, &a.manager, Show::Between).await), [evans]);
        let level = *after.at_level.keys().next().expect("one level");
        assert_eq!(ids(&cases(d, &a.manager, Show::AtLevel(level)).await), [puw]);
        // Nobody who works with single families has figures of an area.
        assert_eq!(figures(d, &a.carer).await, None);
        assert_eq!(figures(d, &a.supervisor).await, None);
    });
}

async fn week(d: &Deployment, who: &Somebody) -> Vec<(Household, Vec<board::FamilyWeek>)> {
    let permit = d.may(&who.actor, Action::ListFamilies, Object::Lists).await;
    let me = who.id;
    let read = d.store.read(permit, move |tx| board::week(tx, me)).await.unwrap();
    read.into_iter().map(|one| (one.line.household, one.families)).collect()
}

#[test]
fn a_supervisors_week_holds_their_own_carers_and_a_holiday_counts_against_nobody() {
    on_both(async |d| {
        let a = area(d).await;
        let [evans, puw, ..] = a.families;
        let (_, other) = d.carer(&a.manager, a.site, "Menna Puw").await;
        let holiday = Then::Missed(WhyNot::Holiday, None);
        visit(d, &a.carer, (evans, a.site), TODAY, Some(holiday)).await;
        let done = Then::Done(said(Prompt::Happened, "A calm hour"));
        visit(d, &a.carer, (puw, a.site), TODAY, Some(done)).await;
        let of_evans = Supported {
            site: a.site,
            manager: a.manager.clone(),
            carer: a.carer.clone(),
            home: a.home,
            family: evans,
            people: Vec::new(),
        };
        let call = written(d, &a.carer, &of_evans, 3 * 24 * 60).await;
        let weeks = week(d, &a.supervisor).await;
        let homes: Vec<HouseholdId> = weeks.iter().map(|(home, _)| home.id).collect();
        assert_eq!(homes, [a.home], "and not {other}");
        let calls = weeks[0]
            .1
            .iter()
            .map(|one| (one.family == evans, &one.calls, &one.calls_to_sign));
        for (is_evans, open, to_sign) in calls {
            let open: Vec<_> = open.iter().map(|one| one.id).collect();
            let to_sign: Vec<_> = to_sign.iter().map(|one| one.id).collect();
            let wanted = if is_evans { vec![call] } else { vec![] };
            assert_eq!((&open, &to_sign), (&wanted, &wanted));
        }
        let of = |family: FamilyId| {
            let one = weeks[0].1.iter().find(|one| one.family == family).expect("a family");
            week_of(&one.known.case.record, day("2026-03-09"), day(TODAY))
        };
        let (evans, puw) = (of(evans), of(puw));
        assert_eq!((evans.due, evans.excused, evans.missed), (1, 1, 0));
        assert_eq!((puw.due, puw.met, puw.open), (1, 1, 0));
        assert!(week(d, &a.manager).await.is_empty());
    });
}

fn asked(of: Of, (from, to): (&str, &str)) -> Asked {
    Asked {
        from: day(from),
        to: day(to),
        kind: None,
        of,
        before: None,
    }
}

async fn find(d: &Deployment, who: &Somebody, asked: Asked) -> Vec<(FamilyId, Date)> {
    let permit = d.may(&who.actor, Action::SearchPeople, Object::Lists).await;
    let read = d.store.read(permit, move |tx| session::find(tx, &asked, 50)).await;
    let found = read.unwrap().into_iter();
    found.map(|one| (one.family, one.when.on)).collect()
}

#[test]
fn visits_are_found_by_day_kind_carer_and_family_as_far_as_the_reader_sees_families() {
    on_both(async |d| {
        let a = area(d).await;
        let [evans, puw, ..] = a.families;
        visit(d, &a.carer, (evans, a.site), "2026-03-12", None).await;
        visit(d, &a.carer, (puw, a.site), "2026-03-20", None).await;
        let (all, first) = (("2026-03-01", "2026-03-31"), ("2026-03-12", "2026-03-12"));
        let both = vec![(puw, day("2026-03-20")), (evans, day("2026-03-12"))];
        assert_eq!(find(d, &a.manager, asked(Of::Anybody, all)).await, both);
        assert_eq!(find(d, &a.carer, asked(Of::Anybody, all)).await, both);
        assert_eq!(find(d, &a.manager, asked(Of::Anybody, first)).await, both[1..]);
        assert_eq!(find(d, &a.manager, asked(Of::Household(a.home), all)).await, both);
        let named = |name: &str| Of::Named(name.to_owned());
        assert_eq!(find(d, &a.manager, asked(named("pu"), all)).await, both[..1]);
        assert_eq!(find(d, &a.manager, asked(named("Rees"), all)).await, []);
        let of_kind = |key: &str| Asked {
            kind: kind(key),
            ..asked(Of::Anybody, all)
        };
        assert_eq!(find(d, &a.manager, of_kind("mentoring")).await, both);
        assert_eq!(find(d, &a.manager, of_kind("home_routines")).await, []);
        // A page goes on where the last one ended.
        let permit = d.may(&a.manager.actor, Action::SearchPeople, Object::Lists).await;
        let read = d
            .store
            .read(permit, move |tx| session::find(tx, &asked(Of::Anybody, all), 1));
        let first = read.await.unwrap().remove(0);
        let next = Asked {
            before: Some((first.at, first.id.uuid())),
            ..asked(Of::Anybody, all)
        };
        assert_eq!(find(d, &a.manager, next).await, both[1..]);
        // Somebody else's carer finds none of them, by whatever way; nor does whoever the family is protected from.
        let (menna, _) = d.carer(&a.manager, a.site, "Menna Puw").await;
        for of in [Of::Anybody, Of::Household(a.home), named("pu")] {
            assert_eq!(find(d, &menna, asked(of, all)).await, []);
        }
        let (_, people) = d.house(move |tx| session::bounds(tx, puw)).await;
        let (from, person) = (a.manager.id, people[0]);
        d.house(move |tx| store::account::standing::protect(tx, puw, person, from))
            .await;
        for of in [Of::Anybody, Of::Household(a.home), named("pu")] {
            let found = find(d, &a.manager, asked(of, all)).await;
            assert!(found.iter().all(|(family, _)| *family != puw));
        }
    });
}

async fn readers(d: &Deployment, who: &Somebody, family: FamilyId) -> Vec<(AccountId, By)> {
    let permit = d.may(&who.actor, Action::OpenFamily, Object::Family(family)).await;
    let read = d
        .store
        .read(permit, move |tx| family::readers(tx, family))
        .await
        .unwrap();
    read.all.into_iter().map(|one| (one.account, one.by)).collect()
}

#[test]
fn who_may_open_a_record_is_whom_the_rules_let_in() {
    on_both(async |d| {
        let a = area(d).await;
        let [evans, ..] = a.families;
        let worker = d.staff("Sioned", Role::FamilyWorker, a.site).await;
        let stranger = d.staff("Tomos", Role::FamilyWorker, a.site).await;
        let keeper = d.staff("Una", Role::Administrator, a.site).await;
        let lead = d.staff("Siwan", Role::SafeguardingLead, a.site).await;
        let (worker_id, from) = (worker.id, day(TODAY));
        d.house(move |tx| store::account::standing::assign(tx, evans, worker_id, Role::FamilyWorker, from))
            .await;
        let all = readers(d, &a.carer, evans).await;
        for (who, by) in [
            (&a.carer, Some(By::Match)),
            (&a.supervisor, Some(By::Match)),
            (&worker, Some(By::Work)),
            (&a.manager, Some(By::Referral)),
            (&lead, Some(By::Area)),
            (&stranger, None),
            (&keeper, None),
        ] {
            let found = all.iter().find(|(id, _)| *id == who.id).map(|(_, by)| *by);
            assert_eq!(found, by, "{}", who.id);
            let may = d.refusal(&who.actor, Action::OpenFamily, Object::Family(evans)).await;
            assert_eq!(may.is_none(), by.is_some(), "{}: what is said is what holds", who.id);
        }
        // Who referred a family works with it until somebody is assigned; and nobody is named whom it is protected from.
        let made = d.family(&stranger, a.site, "Elin Tudur").await;
        let theirs = readers(d, &stranger, made.family).await;
        assert!(theirs.contains(&(stranger.id, By::Referral)));
        let tudur = made.family;
        let (_, people) = d.house(move |tx| session::bounds(tx, tudur)).await;
        let (from, person) = (a.manager.id, people[0]);
        d.house(move |tx| store::account::standing::protect(tx, tudur, person, from))
            .await;
        let theirs = readers(d, &stranger, made.family).await;
        assert!(theirs.iter().all(|(id, _)| *id != a.manager.id));
    });
}
