//! Eighteen months of it: each thing on its own day, by the person whose work it is.

use super::after::lines;
use super::calendar::{Event, of_area};
use super::carers::{self, HOMES};
use super::cast::{Member, email};
use super::seed::{Listed, Place, World, record_agreement};
use super::story::{Author, Story, Then};
use super::{consents, endings, person, plans, reviews, safety, verb, visits};
use crate::deployment::permit;
use anyhow::{Context, Result};
use domain::access::{Action, Actor, Object};
use domain::break_glass::Finding;
use domain::id::{AccountId, FamilyId, HouseholdId, PersonId};
use domain::matching::DeclineWhy;
use domain::role::Role;
use domain::text::Text;
use jiff::Span;
use rand_chacha::ChaCha12Rng;
use rand_chacha::rand_core::SeedableRng;
use std::collections::HashMap;
use store::account::{self, NewAccount, role, standing};
use store::break_glass::{self, Code};
use store::referral::{self, Made};
use store::sign_in::{self, Way};
use store::task_link::{self, Asked};
use store::{Store, Tx, family};

/// The seed of everything that is chosen by chance; the same gives the same families on the same days.
const SEED: u64 = 0x5f5d_2015;

/// What is known while it goes on.
struct Now<'w> {
    world: &'w mut World,
    dice: ChaCha12Rng,
    made: HashMap<(usize, usize), Made>,
    homes: HashMap<(usize, usize), HouseholdId>,
    signed_in: HashMap<AccountId, Actor>,
}

/// Lets it all happen, in order.
pub async fn live(world: &mut World) -> Result<()> {
    let mut dice = ChaCha12Rng::seed_from_u64(SEED);
    let mut events = Vec::new();
    for at in 0..world.places.len() {
        events.extend(of_area(world, at, &mut dice)?);
    }
    events.sort_by_key(|(instant, area, _)| (*instant, *area));
    let mut now = Now {
        world,
        dice,
        made: HashMap::new(),
        homes: HashMap::new(),
        signed_in: HashMap::new(),
    };
    let settings = web::Settings {
        origin: "http://localhost".into(),
        demo: true,
        proxy: None,
        sending: web::send::Sending::kept_here(),
    };
    let sender = web::App::new(now.store(), settings).map_err(anyhow::Error::msg)?;
    for (instant, area, event) in events {
        now.world.at(instant);
        now.happen(area, event).await?;
        // What people are told of it would have been sent the same minute.
        while web::send::round(&sender).await? != web::send::Round::default() {}
    }
    Ok(())
}

impl Now<'_> {
    fn place(&self, area: usize) -> &Place {
        &self.world.places[area]
    }

    fn story(&self, area: usize, family: usize) -> &'static Story {
        self.place(area).area.family(family)
    }

    fn store(&self) -> Store {
        self.world.store.clone()
    }

    fn family(&self, area: usize, family: usize) -> Result<&Made> {
        self.made
            .get(&(area, family))
            .context("a family has something happen before it was referred")
    }

    /// The first person of the area with this role.
    fn who(&self, area: usize, role: Role) -> Result<AccountId> {
        let place = self.place(area);
        let at = place.area.staff.iter().position(|staff| staff.role == role);
        Ok(place.staff[at.with_context(|| format!("nobody in the area is a {}", role.key()))?])
    }

    /// Somebody, signed in; `afresh` with both factors given this moment.
    async fn actor(&mut self, account: AccountId, afresh: bool) -> Result<Actor> {
        if let (Some(actor), false) = (self.signed_in.get(&account), afresh) {
            return Ok(actor.clone());
        }
        let entered = sign_in::start(&self.store(), account, Way::Demo, "").await?;
        let actor = Actor::Account {
            id: account,
            sign_in: entered.id,
        };
        self.signed_in.insert(account, actor.clone());
        Ok(actor)
    }

    async fn happen(&mut self, area: usize, event: Event) -> Result<()> {
        match event {
            Event::Agreement(n) => {
                let place = self.place(area);
                let (from, to) = place.area.agreements[n];
                let day = |days: i32| self.world.today.checked_add(Span::new().days(days));
                record_agreement(self.world, place, day(from)?, day(to)?).await
            }
            Event::Referred(n) => self.referred(area, n).await,
            Event::Then(n, m) => {
                let (_, then) = lines(n, self.story(area, n))[m];
                self.then(area, n, then).await
            }
            Event::Same(n) => self.same(area, n).await,
            Event::Household(n) => self.household(area, n).await,
            Event::Matched(n, home) => self.matched(area, n, home).await,
            Event::Visited(n, home, week) => {
                let (family, carer, _) = self.visits(area, n, home).await?;
                visits::visit(&self.store(), &carer, family, (area, week)).await
            }
            Event::Rang(n, home) => {
                let (family, carer, _) = self.visits(area, n, home).await?;
                safety::rang(&self.store(), &carer, family, area).await
            }
            Event::Numbers => {
                let (lead, site) = (self.who(area, Role::SafeguardingLead)?, self.place(area).site);
                let lead = self.actor(lead, false).await?;
                safety::numbers(&self.store(), &lead, site, area).await
            }
            Event::Raised(n, home, decided) => self.raised(area, n, home, decided).await,
            Event::PlansVisit(n, home) => {
                let (family, carer, _) = self.visits(area, n, home).await?;
                visits::plan_next(&self.store(), &carer, family).await
            }
            Event::Stepped(n, home, stair) => {
                let (family, carer, account) = self.visits(area, n, home).await?;
                let stair = &visits::STAIRS[stair];
                visits::step_to(&self.store(), (&carer, account), (family, area), stair).await
            }
            Event::Planned(n, home, again) => {
                let (family, carer, _) = self.visits(area, n, home).await?;
                plans::write(&self.store(), &carer, family, (area, n), again).await
            }
            Event::SaidToPlan(n, home) => {
                let (family, carer, _) = self.visits(area, n, home).await?;
                plans::say(&self.store(), &carer, family, area).await?;
                consents::said(&self.store(), &carer, family, (area, n)).await
            }
            Event::Marked(n, home, time) => {
                let (family, carer, _) = self.visits(area, n, home).await?;
                plans::mark(&self.store(), &carer, family, (area, n + time)).await
            }
            Event::AskedLonger(n, home) => {
                let (family, carer, _) = self.visits(area, n, home).await?;
                plans::ask_longer(&self.store(), &carer, family, area).await
            }
            Event::Reviewed(n, home, number) => {
                let (family, carer, _) = self.visits(area, n, home).await?;
                reviews::held(&self.store(), &carer, family, (area, number)).await
            }
            Event::PlansReview(n, home) => {
                let (family, carer, _) = self.visits(area, n, home).await?;
                let review = reviews::plan_next(&self.store(), &carer, family).await?;
                let worker = self.place(area).staff[self.story(area, n).worker];
                let worker = self.actor(worker, false).await?;
                reviews::brought(&self.store(), (&carer, &worker), (family, review), (area, n)).await
            }
            Event::Signs => {
                let account = self.who(area, Role::Supervisor)?;
                let actor = self.actor(account, false).await?;
                visits::sign(&self.store(), (&actor, account)).await?;
                safety::sign(&self.store(), (&actor, account)).await
            }
            Event::Closed(n, is_last) => self.closed(area, n, is_last).await,
            Event::FollowedUp(n) => self.followed_up(area, n).await,
            Event::Offered(n, home, answer) => self.offered(area, n, home, answer).await,
            Event::Begun(who, boxes) => self.begun(area, who, boxes).await,
            Event::AskedOutside(n) => self.asked_outside(area, n).await,
            Event::Joined(n) => self.joined(area, self.place(area).area.members[n]).await,
            Event::Protected(n) => self.protected(area, n).await,
            Event::Glass(who, n, reviewed) => self.glass(area, who, n, reviewed).await,
            Event::Proposed(who, role) => {
                let (account, site) = (self.place(area).staff[who], self.place(area).site);
                let actor = self.actor(self.world.administrators[0], true).await?;
                let may = self
                    .store()
                    .permit(&actor, Action::ProposeRole, Object::Account(account))
                    .await?;
                self.store()
                    .write(may, move |tx| role::propose(tx, account, role, Some(site)))
                    .await?;
                Ok(())
            }
        }
    }

    async fn closed(&mut self, area: usize, n: usize, is_last: bool) -> Result<()> {
        let (family, manager) = (self.family(area, n)?.family, self.who(area, Role::ProgrammeManager)?);
        let actor = self.actor(manager, false).await?;
        endings::close(&self.store(), (&actor, manager), family, (area, is_last)).await
    }

    async fn followed_up(&mut self, area: usize, n: usize) -> Result<()> {
        let (family, worker) = (self.family(area, n)?.family, self.story(area, n).worker);
        let worker = self.actor(self.place(area).staff[worker], false).await?;
        endings::follow(&self.store(), &worker, family).await
    }

    async fn referred(&mut self, area: usize, n: usize) -> Result<()> {
        let told = self.story(area, n);
        let (site, worker) = (self.place(area).site, self.place(area).staff[told.worker]);
        let on = store::clock::london_day(self.store().now());
        let refer = person::refer(told, site, on, self.world.today, &mut self.dice)?;
        let actor = self.actor(worker, false).await?;
        let may = self.store().permit(&actor, Action::Refer, Object::Site(site)).await?;
        let store = self.store();
        let made = store.write(may, move |tx: &Tx| -> Result<Made, store::Error> {
            let made = referral::make(tx, refer.clone(), on)?;
            standing::assign(tx, made.family, worker, Role::FamilyWorker, on)?;
            Ok(made)
        });
        self.made.insert((area, n), made.await?);
        Ok(())
    }

    async fn begun(&mut self, area: usize, who: usize, boxes: &'static str) -> Result<()> {
        let worker = self.place(area).staff[who];
        let actor = self.actor(worker, false).await?;
        let may = self.store().permit(&actor, Action::Refer, Object::Lists).await?;
        let begin = move |tx: &Tx| referral::draft::begin(tx, boxes);
        self.store().write(may, begin).await?;
        Ok(())
    }

    async fn asked_outside(&mut self, area: usize, n: usize) -> Result<()> {
        let (who, _, name, email, language) = self.place(area).area.asked[n];
        let (worker, site) = (self.place(area).staff[who], self.place(area).site);
        let actor = self.actor(worker, false).await?;
        let may = self.store().permit(&actor, Action::Refer, Object::Site(site)).await?;
        let body = web::task_link::prefilled(site, name, email);
        let ask = move |tx: &Tx| {
            let asked = Asked {
                site,
                name,
                email,
                language,
                body: &body,
            };
            task_link::make(tx, &asked)
        };
        self.store().write(may, ask).await?;
        Ok(())
    }

    async fn then(&mut self, area: usize, n: usize, then: Then) -> Result<()> {
        let worker = self.place(area).staff[self.story(area, n).worker];
        let manager = self.who(area, Role::ProgrammeManager)?;
        let (by, action) = match then {
            Then::Asked(_) | Then::Accepted | Then::NotAccepted(..) | Then::Placed(..) => {
                (manager, Action::DecideReferral)
            }
            Then::Withdrawn(_) => (worker, Action::WithdrawReferral),
            Then::Wrote(Author::Worker, ..) | Then::Answered(..) | Then::After(..) => {
                (worker, Action::AddReferralEntry)
            }
            Then::Told(..) | Then::Wrote(Author::Manager, ..) => (manager, Action::AddReferralEntry),
            Then::Wrote(Author::Officer, ..) => (self.who(area, Role::ProgrammeOfficer)?, Action::AddReferralEntry),
        };
        let (id, family) = (self.family(area, n)?.id, self.family(area, n)?.family);
        let actor = self.actor(by, false).await?;
        let store = self.store();
        if action == Action::DecideReferral {
            // Nobody decides without reading first, and reading leaves its own entry.
            let may = store.permit(&actor, Action::OpenFamily, Object::Family(family)).await?;
            store.read(may, move |tx| family::load(tx, family).map(|_| ())).await?;
        }
        let may = store.permit(&actor, action, Object::Referral(id)).await?;
        store.write(may, move |tx| verb::decide(tx, by, id, then)).await
    }

    async fn same(&mut self, area: usize, n: usize) -> Result<()> {
        let (manager, family) = (self.who(area, Role::ProgrammeManager)?, self.family(area, n)?.family);
        let actor = self.actor(manager, false).await?;
        super::same::join_to_what_was_there(&self.store(), &actor, family).await
    }

    async fn household(&mut self, area: usize, n: usize) -> Result<()> {
        let home = &HOMES[area][n];
        let place = self.place(area);
        let (site, account, name) = (place.site, place.staff[home.carer], place.area.staff[home.carer].name);
        let supervisor = self.who(area, Role::Supervisor)?;
        let manager = self.who(area, Role::TeamManager)?;
        let new = carers::new(home, site, (account, name), supervisor, self.world.today)?;
        let actor = self.actor(manager, false).await?;
        let store = self.store();
        let may = store
            .permit(&actor, Action::RecordHousehold, Object::Site(site))
            .await?;
        let id = store.write(may, move |tx| store::household::make(tx, &new)).await?;
        self.homes.insert((area, n), id);
        if let Some((from, to)) = home.away {
            let day = |days: i32| self.world.today.checked_add(Span::new().days(days));
            let (from, to) = (day(from)?, day(to)?);
            let carer = self.actor(account, false).await?;
            carers::be_away(&store, &carer, id, account, from, to).await?;
        }
        Ok(())
    }

    /// Who takes part when a family is offered to a household: the family, the household, its carer.
    fn parties(&self, area: usize, n: usize, home: usize) -> Result<(FamilyId, HouseholdId, AccountId)> {
        let id = *self
            .homes
            .get(&(area, home))
            .context("a household is written down first")?;
        let carer = self.place(area).staff[HOMES[area][home].carer];
        Ok((self.family(area, n)?.family, id, carer))
    }

    /// The family a carer visits, and the carer.
    async fn visits(&mut self, area: usize, n: usize, home: usize) -> Result<(FamilyId, Actor, AccountId)> {
        let (family, _, account) = self.parties(area, n, home)?;
        Ok((family, self.actor(account, false).await?, account))
    }

    /// A concern is raised; one that is decided was reported, and read by two before.
    async fn raised(&mut self, area: usize, n: usize, home: usize, decided: bool) -> Result<()> {
        let (family, carer, _) = self.visits(area, n, home).await?;
        let store = self.store();
        let id = safety::raise(&store, &carer, family, area, decided).await?;
        if !decided {
            return Ok(());
        }
        let supervisor = self.who(area, Role::Supervisor)?;
        let supervisor = self.actor(supervisor, false).await?;
        safety::read(&store, &supervisor, id).await?;
        let by = self.who(area, Role::SafeguardingLead)?;
        let lead = self.actor(by, false).await?;
        safety::read(&store, &lead, id).await?;
        safety::decide(&store, (&lead, by), id, area).await
    }

    async fn matched(&mut self, area: usize, n: usize, home: usize) -> Result<()> {
        let (family, id, carer) = self.parties(area, n, home)?;
        let manager = self.who(area, Role::ProgrammeManager)?;
        let (decides, answers) = (self.actor(manager, false).await?, self.actor(carer, false).await?);
        let minutes = 8 + u16::try_from(n * 7 % 40)?;
        let offer = carers::offer_to(
            &self.store(),
            (&decides, manager),
            (family, carers::roughly(area, n)),
            id,
            minutes,
        )
        .await?;
        carers::answer(&self.store(), (&answers, carer), offer, None).await?;
        carers::decide(&self.store(), (&decides, manager), offer).await
    }

    async fn offered(&mut self, area: usize, n: usize, home: usize, answer: Option<bool>) -> Result<()> {
        let (family, id, carer) = self.parties(area, n, home)?;
        let manager = self.who(area, Role::ProgrammeManager)?;
        let actor = self.actor(manager, false).await?;
        let minutes = 12 + u16::try_from(n % 20)?;
        let offer = carers::offer_to(
            &self.store(),
            (&actor, manager),
            (family, carers::roughly(area, n)),
            id,
            minutes,
        )
        .await?;
        let Some(yes) = answer else { return Ok(()) };
        let no = (!yes).then_some(DeclineWhy::EnoughNow);
        let actor = self.actor(carer, false).await?;
        carers::answer(&self.store(), (&actor, carer), offer, no).await
    }

    /// An account for somebody in a family, with the role that opens their own part.
    async fn joined(&mut self, area: usize, member: Member) -> Result<()> {
        let family = self.family(area, member.family)?.family;
        let person = self.person(family, member.person).await?;
        let who = self.story(area, member.family).people[member.person];
        let first = if who.known_as.is_empty() {
            who.forename
        } else {
            who.known_as
        };
        let name = format!("{first} {}", who.surname);
        let email = email(&name, "post.example");
        let new = NewAccount {
            name: name.clone(),
            email: email.clone(),
            language: member.language.into(),
            person: Some(person),
        };
        let ([proposed_by, confirmed_by], site) = (self.world.administrators, self.place(area).site);
        let may = permit(&self.store(), Action::InviteAccount, Object::System).await?;
        let store = self.store();
        let account = store.write(may, move |tx: &Tx| -> Result<AccountId, role::GiveError> {
            let account = account::make(tx, &new)?;
            role::give(tx, account, member.role, Some(site), proposed_by, confirmed_by)?;
            standing::add_member(tx, family, person, account, tx.today())?;
            Ok(account)
        });
        let account = account.await?;
        let site = Some(self.place(area).area.name[0]);
        self.world.people.push(Listed {
            account,
            role: member.role,
            name,
            email,
            site,
        });
        Ok(())
    }

    /// The person at a place in a family's list.
    async fn person(&self, family: FamilyId, at: usize) -> Result<PersonId> {
        let may = permit(&self.store(), Action::ListAccounts, Object::System).await?;
        let people = self.store().read(may, move |tx| family::people(tx, family)).await?;
        Ok(people
            .get(at)
            .context("a family has fewer people than its members say")?
            .id)
    }

    async fn protected(&mut self, area: usize, n: usize) -> Result<()> {
        let (family, person, from) = self.place(area).area.protected[n];
        let from = self.place(area).staff[from];
        let worker = self.place(area).staff[self.story(area, family).worker];
        let family = self.family(area, family)?.family;
        let person = self.person(family, person).await?;
        let referral = self.referral_of(family)?;
        let actor = self.actor(worker, false).await?;
        let may = self
            .store()
            .permit(&actor, Action::AddReferralEntry, Object::Referral(referral))
            .await?;
        self.store()
            .write(may, move |tx| standing::protect(tx, family, person, from))
            .await?;
        Ok(())
    }

    fn referral_of(&self, family: FamilyId) -> Result<domain::id::ReferralId> {
        let made = self.made.values().find(|made| made.family == family);
        Ok(made.context("a family was referred before")?.id)
    }

    async fn glass(&mut self, area: usize, who: usize, n: usize, reviewed: bool) -> Result<()> {
        let (family, account) = (self.family(area, n)?.family, self.place(area).staff[who]);
        let actor = self.actor(account, false).await?;
        let store = self.store();
        let reason = "The out-of-hours team rang: a neighbour heard shouting. I am on the rota tonight and their own \
                      worker cannot be reached.";
        let reason = Text::parse(reason)?;
        let may = store
            .permit(&actor, Action::AskBreakGlass, Object::Family(family))
            .await?;
        let glass = store
            .write(may, move |tx| break_glass::ask(tx, family, Code::OutOfHours, &reason))
            .await?;
        let may = store.permit(&actor, Action::OpenFamily, Object::Family(family)).await?;
        store.read(may, move |tx| family::load(tx, family).map(|_| ())).await?;
        if !reviewed {
            return Ok(());
        }
        let next_day = store.now().checked_add(jiff::SignedDuration::from_hours(13))?;
        self.world.at(next_day);
        let lead = self.who(area, Role::SafeguardingLead)?;
        let actor = self.actor(lead, false).await?;
        let note = "Rang the same night and again next morning. All well, and the family was told who had looked.";
        let note = Text::parse(note)?;
        let may = store
            .permit(&actor, Action::ReviewBreakGlass, Object::BreakGlass(glass.id))
            .await?;
        store
            .write(may, move |tx| {
                break_glass::review(tx, glass.id, Finding::Justified, Some(note.clone()))
            })
            .await?;
        Ok(())
    }
}
