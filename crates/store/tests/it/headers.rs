//! The headers of the journal: who did what to which record, for those who may read them and for oneself.

use crate::support::people::Somebody;
use crate::support::{Deployment, on_both};
use domain::access::{Action, Object};
use domain::id::{BookId, SiteId};
use domain::reference::Reference;
use domain::role::Role;
use jiff::civil::Date;
use std::collections::BTreeSet;
use store::journal::checkpoint;
use store::journal::history::{self, After, Filter, Header};
use store::referral::Made;
use uuid::Uuid;

/// Two areas with a manager and two families each, a day apart.
struct Town {
    here: SiteId,
    megan: Somebody,
    nia: Somebody,
    of_megan: Vec<Made>,
    of_nia: Vec<Made>,
    auditor: Somebody,
}

const DAY: i64 = 24 * 60 * 60;

async fn town(d: &Deployment) -> Town {
    let (here, there) = (d.site("Here").await, d.site("There").await);
    let megan = d.staff("Megan", Role::ProgrammeManager, here).await;
    let nia = d.staff("Nia", Role::ProgrammeManager, there).await;
    let auditor = d.somebody("Olu").await;
    d.give(auditor.id, Role::Auditor, Uuid::nil()).await;
    let (mut of_megan, mut of_nia) = (Vec::new(), Vec::new());
    for name in ["Ada", "Bea"] {
        d.seconds_later(DAY);
        of_megan.push(d.family(&megan, here, name).await);
        of_nia.push(d.family(&nia, there, name).await);
    }
    // What is read from here on is later than what it reads of.
    d.seconds_later(60);
    Town {
        here,
        megan,
        nia,
        of_megan,
        of_nia,
        auditor,
    }
}

/// The headers the auditor reads, without those that only say that they read.
async fn read(d: &Deployment, town: &Town, site: Option<SiteId>, filter: Filter, after: Option<After>) -> Vec<Header> {
    page(d, town, site, filter, after, 500).await
}

async fn page(
    d: &Deployment,
    town: &Town,
    site: Option<SiteId>,
    filter: Filter,
    after: Option<After>,
    most: i64,
) -> Vec<Header> {
    let object = site.map_or(Object::System, Object::Site);
    let permit = d.may(&town.auditor.actor, Action::ReadJournalHeaders, object).await;
    let found = d
        .store
        .read_long(permit, move |tx| history::headers(tx, &filter, after, most))
        .await;
    let reads = Action::ReadJournalHeaders.key();
    found
        .unwrap()
        .into_iter()
        .filter(|header| header.line.action != reads)
        .collect()
}

fn places(headers: &[Header]) -> Vec<After> {
    headers.iter().map(Header::place).collect()
}

fn only(headers: &[Header], wanted: impl Fn(&Header) -> bool) -> Vec<After> {
    headers
        .iter()
        .filter(|header| wanted(header))
        .map(Header::place)
        .collect()
}

fn book_of(made: &Made) -> BookId {
    BookId::from_uuid(made.family.uuid())
}

#[test]
fn the_whole_journal_is_read_once_from_the_latest_entry_to_the_first() {
    on_both(async |d| {
        let town = town(d).await;
        let entries = d.raw.count("journal").await;
        let all = read(d, &town, None, Filter::default(), None).await;
        assert_eq!(i64::try_from(all.len()).unwrap(), entries);
        let found = places(&all);
        assert!(found.is_sorted_by(|one, next| next.0 <= one.0), "the latest first");
        assert_eq!(found.iter().copied().collect::<BTreeSet<_>>().len(), found.len());
        // Pages of three, each where the last one ended.
        let mut paged = Vec::new();
        let mut after = Some((all[0].line.at + 1, BookId::from_uuid(Uuid::nil()), 0));
        while let Some(from) = after {
            let next = page(d, &town, None, Filter::default(), Some(from), 3).await;
            assert!(next.len() <= 3);
            after = next.last().map(Header::place);
            paged.extend(places(&next));
        }
        assert_eq!(paged, found);
    });
}

#[test]
fn an_entry_says_who_and_the_reference_of_a_family_but_of_no_other_book() {
    on_both(async |d| {
        let town = town(d).await;
        for header in read(d, &town, None, Filter::default(), None).await {
            let line = &header.line;
            let by_megan = line.actor == format!("account:{}", town.megan.id);
            assert_eq!(line.name.as_deref() == Some("Megan"), by_megan, "{line:?}");
            assert_eq!(line.name.is_some(), line.actor.starts_with("account:"), "{line:?}");
            assert_eq!(header.reference.is_some(), header.book_kind == "family", "{line:?}");
            if let Some(reference) = &header.reference {
                let named: Reference = reference.parse().unwrap();
                let permit = d
                    .may(&town.auditor.actor, Action::ReadJournalHeaders, Object::System)
                    .await;
                let book = d
                    .store
                    .read_long(permit, move |tx| history::book_named(tx, named))
                    .await;
                assert_eq!(book.unwrap(), Some(header.book));
            }
        }
        let permit = d
            .may(&town.auditor.actor, Action::ReadJournalHeaders, Object::System)
            .await;
        let of_referral: Reference = town.of_nia[1].reference.parse().unwrap();
        let book = d
            .store
            .read_long(permit, move |tx| history::book_named(tx, of_referral))
            .await;
        assert_eq!(
            book.unwrap(),
            Some(book_of(&town.of_nia[1])),
            "a referral's reference leads to its family"
        );
    });
}

#[test]
fn what_is_asked_for_is_found_and_nothing_else() {
    on_both(async |d| {
        let town = town(d).await;
        let all = read(d, &town, None, Filter::default(), None).await;
        let megan = format!("account:{}", town.megan.id);
        let by_megan = |header: &Header| header.line.actor == megan;
        let book = book_of(&town.of_megan[0]);
        let by = Filter {
            by: Some(town.megan.id),
            ..Filter::default()
        };
        let in_book = Filter {
            book: Some(book),
            ..Filter::default()
        };
        let both = Filter { by: by.by, ..in_book };
        let neither = Filter {
            by: Some(town.nia.id),
            ..in_book
        };
        for (filter, expected) in [
            (by, only(&all, by_megan)),
            (in_book, only(&all, |header| header.book == book)),
            (both, only(&all, |header| by_megan(header) && header.book == book)),
        ] {
            assert!(!expected.is_empty() && expected.len() < all.len());
            assert_eq!(
                places(&read(d, &town, None, filter, None).await),
                expected,
                "{filter:?}"
            );
        }
        assert!(read(d, &town, None, neither, None).await.is_empty());
    });
}

#[test]
fn days_are_whole_days_where_the_families_live_the_last_one_too() {
    on_both(async |d| {
        let town = town(d).await;
        let all = read(d, &town, None, Filter::default(), None).await;
        let day_of = |header: &Header| store::clock::london_day(store::clock::instant(header.line.at));
        let days: BTreeSet<Date> = all.iter().map(day_of).collect();
        assert_eq!(days.len(), 3);
        for from in days.iter().copied().map(Some).chain([None]) {
            for to in days.iter().copied().map(Some).chain([None]) {
                for by in [None, Some(town.megan.id)] {
                    let filter = Filter {
                        by,
                        from,
                        to,
                        book: None,
                    };
                    let expected = only(&all, |header| {
                        let day = day_of(header);
                        from.is_none_or(|from| from <= day)
                            && to.is_none_or(|to| day <= to)
                            && by.is_none_or(|by| header.line.actor == format!("account:{by}"))
                    });
                    assert_eq!(
                        places(&read(d, &town, None, filter, None).await),
                        expected,
                        "{filter:?}"
                    );
                }
            }
        }
    });
}

#[test]
fn who_asks_for_one_area_finds_its_book_and_its_families_only() {
    on_both(async |d| {
        let town = town(d).await;
        let all = read(d, &town, None, Filter::default(), None).await;
        let own: Vec<BookId> = town.of_megan.iter().map(book_of).collect();
        let area = BookId::from_uuid(town.here.uuid());
        let inside = |header: &Header| own.contains(&header.book) || header.book == area;
        let here = read(d, &town, Some(town.here), Filter::default(), None).await;
        assert_eq!(places(&here), only(&all, inside));
        assert!(
            here.iter().any(|header| header.book == area),
            "the area has a book of its own"
        );
        let of = |book| Filter {
            book: Some(book),
            ..Filter::default()
        };
        for book in own.iter().chain([&area]) {
            let found = read(d, &town, Some(town.here), of(*book), None).await;
            assert_eq!(places(&found), only(&all, |header| header.book == *book));
        }
        let foreign = book_of(&town.of_nia[0]);
        assert!(read(d, &town, Some(town.here), of(foreign), None).await.is_empty());
        let by = |who: &Somebody| Filter {
            by: Some(who.id),
            ..Filter::default()
        };
        assert!(read(d, &town, Some(town.here), by(&town.nia), None).await.is_empty());
        let by_megan = read(d, &town, Some(town.here), by(&town.megan), None).await;
        assert_eq!(by_megan.len(), town.of_megan.len());
    });
}

/// All pages of one's own acts.
async fn acts(d: &Deployment, who: &Somebody, most: i64) -> Vec<Vec<Header>> {
    let (mut pages, mut before) = (Vec::new(), None);
    loop {
        let permit = d.may(&who.actor, Action::SeeOwnActs, Object::Own).await;
        let me = who.id;
        let (page, next) = d
            .store
            .read_long(permit, move |tx| history::acts(tx, me, before, most))
            .await
            .unwrap();
        pages.push(page);
        before = next;
        if before.is_none() {
            return pages;
        }
    }
}

#[test]
fn everybody_reads_their_own_acts_and_no_record_is_named() {
    on_both(async |d| {
        let town = town(d).await;
        let third = d.family(&town.megan, town.here, "Cai").await;
        d.seconds_later(1);
        // Two acts of one instant are shown on one page, or the first of them where one is all that fits.
        d.family(&town.megan, town.here, "Dai").await;
        d.family(&town.megan, town.here, "Efa").await;
        let by = Filter {
            by: Some(town.megan.id),
            ..Filter::default()
        };
        let expected = places(&read(d, &town, None, by, None).await);
        assert!(expected.iter().any(|place| place.1 == book_of(&third)));
        for most in [1, 2, 3, 5, 100] {
            let pages = acts(d, &town.megan, most).await;
            let found: Vec<Header> = pages.iter().flatten().cloned().collect();
            assert!(found.iter().all(|header| header.reference.is_none()));
            assert!(found.iter().all(|header| header.line.name.as_deref() == Some("Megan")));
            if 1 < most {
                assert_eq!(places(&found), expected, "{most} on a page");
            }
            let mut instants = BTreeSet::new();
            for page in &pages {
                assert!(!page.is_empty() && page.len() <= usize::try_from(most).unwrap());
                let on_page: BTreeSet<i64> = page.iter().map(|header| header.line.at).collect();
                assert!(instants.is_disjoint(&on_page), "one instant on two pages");
                instants.extend(on_page);
            }
        }
    });
}

#[test]
fn the_last_checkpoint_is_told_and_none_before_there_is_one() {
    on_both(async |d| {
        let town = town(d).await;
        let last = async || {
            let permit = d
                .may(&town.auditor.actor, Action::ReadJournalHeaders, Object::System)
                .await;
            d.store.read_long(permit, history::last_checkpoint).await.unwrap()
        };
        assert_eq!(last().await, None);
        checkpoint::make(&d.store, None).await.unwrap();
        assert_eq!(last().await, Some(d.store.now().as_microsecond()));
    });
}
