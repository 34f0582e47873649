//! A second opinion on access, written from the table of details.md 2 in another way than the code:
//! rows of data, read one after another. It is compared with the code on every combination.

use std::sync::LazyLock;

use domain::access::{Action, Actor, Denied, Facts, Object, Proof, Reach, RecordState, Relation};
use domain::agreement::AgreementState;
use domain::id::SiteId;
use domain::role::RoleSet;

use super::every::{AGREEMENTS, OBJECTS, STATES, account, facts, now, relations};

/// For each action: the kinds of object, the proof staff need, and what else is true of it.
///
/// `write` is refused on a closed record unless `ending`; `another` is for somebody else's doing
/// only; `reason` needs one; `urgent` can be opened by break-glass; `all` and `signed_in` need no
/// role.
const ACTIONS: &str = "
see_public_page        | public               | one   | all
sign_in                | public               | one   | all write
read_health            | public               | one   | all
see_home               | own                  | one   | signed_in
see_own_account        | own                  | one   | signed_in
change_own_account     | own                  | fresh | signed_in write
enrol_second_factor    | own                  | enrol | signed_in write
end_own_sign_in        | own                  | one   | signed_in write ending
make_own_token         | own                  | fresh | signed_in write
end_own_token          | own                  | one   | signed_in write ending
see_own_acts           | own                  | two   | signed_in
review_words           | own system           | two   | write
search_people          | lists site           | two   |
refer                  | lists site           | two   | write
refer_by_link          | task_link            | two   | write
import_referrals       | lists site           | two   | write
list_referrals         | lists site           | two   |
open_referral          | referral             | two   | urgent
decide_referral        | referral             | two   | write
withdraw_referral      | referral             | two   | write
add_referral_entry     | referral             | two   | write
list_waiting           | lists site           | two   |
export_waiting         | lists site           | fresh |
list_likeness          | lists site           | two   |
settle_likeness        | likeness             | two   | write
list_households        | lists site           | two   |
open_household         | household            | two   |
record_household       | lists site           | two   | write
change_household       | household            | two   | write
set_availability       | household            | two   | write
see_who_could          | family               | two   |
offer_family           | family               | two   | write
open_offer             | offer                | two   |
answer_offer           | offer                | two   | write
decide_offer           | offer                | two   | write
end_match              | match                | two   | write
close_support          | family               | two   | write
record_after           | family               | two   | write ending
set_cover              | match                | two   | write
step_support           | family               | two   | write
hold_review            | family               | two   | write
prepare_review         | family               | two   |
contribute_to_review   | family               | two   | write
add_session            | family               | two   | write
open_session           | session family       | two   | urgent
open_own_text          | lists site session crisis | two |
change_session         | session              | two   | write
countersign_session    | session              | two   | write another
open_plan              | family               | two   | urgent
change_plan            | family               | two   | write
agree_plan             | family               | two   | write
approve_extension      | family               | two   | write
agree_extension        | family               | two   | write
raise_concern          | family               | two   | write ending
list_concerns          | lists site family    | two   |
open_concern           | concern              | two   | urgent
add_to_concern         | concern              | two   | write ending
decide_concern         | concern              | two   | write ending
set_numbers            | site                 | two   | write
write_crisis           | family               | two   | write
open_crisis            | crisis family        | two   | urgent
add_to_crisis          | crisis               | two   | write
sign_crisis            | crisis               | two   | write another
list_families          | lists site           | two   |
export_families        | lists site           | fresh |
open_family            | family               | two   | urgent
see_safety             | family               | two   |
open_family_history    | family               | two   | urgent
see_who_looked         | family               | two   |
open_protected_address | address              | fresh | reason
export_family          | family               | fresh |
see_own_part           | family person        | two   |
list_accounts          | lists site system    | two   |
open_account           | account              | two   |
invite_account         | site system          | two   | write
propose_role           | account              | fresh | write
confirm_role           | grant                | fresh | write another
end_role               | grant                | fresh | write ending
end_sign_in            | account              | two   | write ending
change_contact         | account              | fresh | write
make_site              | system               | fresh | write
open_site              | site                 | two   |
list_agreements        | lists site           | two   |
record_agreement       | site                 | fresh | write
make_token             | site                 | fresh | write
list_messages          | lists site           | two   |
send_again             | system               | two   | write
set_sending            | site                 | two   | write
set_ladder             | site                 | two   | write
set_disruption         | site                 | two   | write
ask_break_glass        | family referral      | two   | write ending
review_break_glass     | break_glass          | two   | write another
list_break_glass       | lists site           | two   |
read_journal_headers   | system site          | two   |
make_checkpoint        | system               | two   | write
read_metrics           | system               | two   |
";

/// Who may: actions | roles | how near | under which agreement. Lists show all of a site to
/// whoever is let in by `site` or `role`, and their own to whoever is let in by `assigned`.
const ALLOWED: &str = "
# The table of details.md 2: referral.
list_referrals open_referral list_waiting | supervisor family_worker | assigned | any
list_referrals open_referral list_waiting | team_manager safeguarding_lead | site | any
list_referrals open_referral list_waiting | programme_manager programme_officer | site | in_force
withdraw_referral add_referral_entry | family_worker | assigned | any
add_referral_entry | programme_manager programme_officer | site | in_force
decide_referral withdraw_referral | programme_manager | site | in_force
refer | family_worker programme_manager programme_officer | site | in_force
import_referrals | family_worker programme_manager programme_officer | site | in_force
export_waiting | team_manager programme_manager | site | in_force
# Whether two families are one: whoever runs the programme says so.
list_likeness settle_likeness | programme_manager programme_officer | site | in_force
# Carers' households: the authority approves and supervises them, the programme works with them.
list_households open_household | carer supervisor | assigned | any
list_households open_household | team_manager safeguarding_lead | site | any
list_households open_household | programme_manager programme_officer | site | in_force
record_household change_household | team_manager | site | any
record_household change_household | programme_manager | site | in_force
change_household | supervisor | assigned | any
set_availability | carer supervisor | assigned | any
set_availability | programme_manager programme_officer | site | in_force
# Who could support a family: no new match once the agreement has lapsed.
see_who_could | team_manager programme_manager programme_officer | site | in_force
offer_family set_cover | programme_manager programme_officer | site | in_force
open_offer answer_offer | carer supervisor | assigned | in_force
open_offer answer_offer | programme_manager programme_officer | site | in_force
open_offer | team_manager | site | in_force
decide_offer end_match | programme_manager | site | in_force
# An ending is decided like a match; where children live later is told by the authority, agreement or not.
close_support | programme_manager | site | in_force
record_after | family_worker | assigned | any
record_after | team_manager | site | any
record_after | programme_manager programme_officer | site | in_force
# The table of details.md 2: sessions. The family's social worker sees attendance, not what was written.
add_session open_session change_session | carer | assigned | in_force
add_session open_session change_session | programme_manager programme_officer | site | in_force
open_own_text | carer | author | in_force
open_session countersign_session | supervisor | assigned | any
open_session | team_manager safeguarding_lead | site | any
# Whoever supports the family steps with it, and so does whoever supervises that.
step_support | carer supervisor | assigned | in_force
step_support | programme_manager programme_officer | site | in_force
# The table of details.md 2: plan and goals. Who supports the family writes; each side agrees to more for itself.
open_plan | carer | assigned | in_force
open_plan | supervisor family_worker | assigned | any
open_plan | team_manager safeguarding_lead | site | any
open_plan change_plan agree_plan | programme_manager programme_officer | site | in_force
change_plan | carer | assigned | in_force
agree_plan | carer supervisor family_worker | assigned | in_force
approve_extension | programme_manager | site | in_force
agree_extension | team_manager | site | in_force
# Reviews: whoever supports the family, whoever supervises that and the programme hold them; whoever opens the family reads.
hold_review | carer supervisor | assigned | in_force
hold_review | programme_manager programme_officer | site | in_force
# Whoever reads the plan reads what the record says for a review; those who sit at the table bring something of their own.
prepare_review | carer | assigned | in_force
prepare_review | supervisor family_worker | assigned | any
prepare_review | team_manager safeguarding_lead | site | any
prepare_review | programme_manager programme_officer | site | in_force
contribute_to_review | carer supervisor family_worker | assigned | in_force
# The table of details.md 2: concern. Raising one outlives every agreement (protection.md 1.11); a carer stands to a concern of
# their own and to no other as somebody who is assigned, and whoever it concerns is protected from.
raise_concern list_concerns open_concern add_to_concern | carer supervisor | assigned | any
raise_concern list_concerns open_concern | family_worker | assigned | any
raise_concern list_concerns open_concern add_to_concern decide_concern | team_manager safeguarding_lead | site | any
raise_concern list_concerns open_concern add_to_concern decide_concern | programme_manager programme_officer | site | in_force
raise_concern list_concerns open_concern add_to_concern decide_concern | programme_manager programme_officer | assigned | wind_down
decide_concern | supervisor | assigned | any
# The numbers to ring: whoever keeps the rota, and whoever keeps the service.
set_numbers | team_manager safeguarding_lead administrator | role | any
set_numbers | programme_manager | role | in_force
# A call for help is kept through the wind-down; the family's social worker reads what was done.
write_crisis open_crisis add_to_crisis | carer | assigned | in_force wind_down
write_crisis open_crisis add_to_crisis | supervisor | assigned | any
sign_crisis | supervisor | assigned | any
open_crisis | family_worker | assigned | any
open_crisis | team_manager safeguarding_lead | site | any
write_crisis open_crisis add_to_crisis | programme_manager programme_officer | site | in_force
write_crisis open_crisis add_to_crisis | programme_manager programme_officer | assigned | wind_down
# The family's page, and finding families.
open_family search_people | carer | assigned | in_force
open_family search_people | supervisor family_worker | assigned | any
open_family search_people | team_manager safeguarding_lead | site | any
open_family search_people | programme_manager programme_officer | site | in_force
list_families | carer | assigned | in_force wind_down
list_families | supervisor family_worker | assigned | any
list_families | team_manager safeguarding_lead | site | any
list_families | programme_manager programme_officer | site | in_force
list_families | programme_manager programme_officer | assigned | wind_down
# No export once the agreement has lapsed; the carer's lists stay on the carer's own pages.
export_families | supervisor family_worker | assigned | in_force
export_families | team_manager programme_manager | site | in_force
export_family | family_worker | assigned | in_force
export_family | team_manager programme_manager | site | in_force
# Safety outlives permission: those assigned keep it through the wind-down.
see_safety | carer | assigned | in_force wind_down
see_safety | supervisor family_worker | assigned | any
see_safety | team_manager safeguarding_lead | site | any
see_safety | programme_manager programme_officer | site | in_force
see_safety | programme_manager programme_officer | assigned | wind_down
# An address that must not be shown: the authority and the carer, never the charity.
open_protected_address | carer | assigned | in_force wind_down
open_protected_address | supervisor family_worker | assigned | any
open_protected_address | team_manager safeguarding_lead | site | any
# The table of details.md 2: journal.
open_family_history see_who_looked | supervisor | assigned | any
open_family_history see_who_looked | team_manager safeguarding_lead | site | any
open_family_history see_who_looked | programme_manager programme_officer | site | in_force
see_who_looked | auditor | site | any
see_who_looked | parent | member | in_force wind_down
read_journal_headers | auditor | role | any
make_checkpoint | auditor administrator | role | any
# Families.
see_own_part | parent child | member | in_force wind_down
# Urgent openings.
ask_break_glass | supervisor family_worker team_manager safeguarding_lead auditor | site | any
ask_break_glass | programme_manager programme_officer | site | in_force
list_break_glass review_break_glass | auditor safeguarding_lead | role | any
# Accounts, sites, agreements.
list_accounts open_account confirm_role | auditor administrator | role | any
invite_account propose_role end_role end_sign_in change_contact | administrator | role | any
make_site record_agreement read_metrics | administrator | role | any
list_messages send_again set_sending | administrator | role | any
open_site list_agreements | team_manager safeguarding_lead programme_manager programme_officer | role | any
open_site list_agreements | auditor administrator | role | any
make_token | team_manager programme_manager | role | in_force
# What the levels mean: whoever runs the programme, and whoever sets the service up.
set_ladder | programme_manager | role | in_force
set_ladder | administrator | role | any
# Snow and floods: whoever answers for the families of an area.
set_disruption | team_manager | role | any
set_disruption | programme_manager programme_officer | role | in_force
# Words: whoever works here.
review_words | carer supervisor family_worker team_manager safeguarding_lead | role | any
review_words | programme_manager programme_officer evaluator funder commissioner | role | any
review_words | auditor administrator | role | any
";

/// Site tokens: purpose | actions. Only the last needs no site.
const TOKENS: &str = "
refer | refer
read_referrals | list_referrals open_referral list_waiting
read_metrics | read_metrics
";

/// Jobs: name | actions.
const JOBS: &str = "
checkpoint | make_checkpoint
console | make_site open_site list_accounts open_account invite_account propose_role confirm_role
console | end_role end_sign_in list_agreements record_agreement list_messages make_checkpoint
console | read_journal_headers
import | import_referrals
";

type Rows = LazyLock<Vec<Vec<&'static str>>>;

static ACTION_ROWS: Rows = LazyLock::new(|| rows(ACTIONS));
static ALLOWED_ROWS: Rows = LazyLock::new(|| rows(ALLOWED));
static TOKEN_ROWS: Rows = LazyLock::new(|| rows(TOKENS));
static JOB_ROWS: Rows = LazyLock::new(|| rows(JOBS));

fn rows(table: &'static str) -> Vec<Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect()
}

fn has(words: &str, word: &str) -> bool {
    words.split(' ').any(|one| one == word)
}

fn near_enough(near: &str, facts: &Facts) -> bool {
    let relation = facts.relation;
    match near {
        "role" => true,
        "site" => has("same_site formerly assigned own", relation.key()),
        "assigned" => has("assigned own", relation.key()),
        // Details.md 2: own texts for thirty days.
        "author" => {
            let lately = matches!(relation, Relation::Formerly { days } if days < 31);
            facts.own_account && (lately || has("assigned own", relation.key()))
        }
        "member" => relation.key() == "family_member",
        other => panic!("the oracle has no nearness {other}"),
    }
}

/// The rows of `ALLOWED` for an action, somebody's roles and an agreement: how near each asks.
fn allowed(action: &str, roles: RoleSet, agreement: AgreementState) -> Vec<&'static str> {
    ALLOWED_ROWS
        .iter()
        .filter(|row| has(row[0], action))
        .filter(|row| {
            row[1]
                .split(' ')
                .any(|role| roles.iter().any(|held| held.key() == role))
        })
        .filter(|row| row[3] == "any" || has(row[3], agreement.key()))
        .map(|row| row[2])
        .collect()
}

/// What a list shows of each site, by the rows.
fn list(action: &str, sites: &[(SiteId, RoleSet, AgreementState)]) -> Vec<(SiteId, Reach)> {
    let mut shown = Vec::new();
    for (site, roles, agreement) in sites {
        let nears = allowed(action, *roles, *agreement);
        if nears.contains(&"site") || nears.contains(&"role") {
            shown.push((*site, Reach::All));
        } else if nears.contains(&"assigned") || nears.contains(&"author") {
            shown.push((*site, Reach::Own));
        }
    }
    shown
}

/// What the oracle says: the sites a permit covers, or why there is none.
pub fn oracle(actor: &Actor, action: Action, object: Object, facts: &Facts) -> Result<Vec<(SiteId, Reach)>, Denied> {
    let row = ACTION_ROWS
        .iter()
        .find(|row| row[0] == action.key())
        .expect("the oracle knows every action");
    let notes = row[3];
    if *actor == Actor::Public && !has(notes, "all") {
        return Err(Denied::SignIn);
    }
    let wrong_site = matches!(object, Object::Site(site) if facts.site != Some(site));
    let closed = facts.state == RecordState::Closed && has(notes, "write") && !has(notes, "ending");
    if facts.protected || facts.state == RecordState::Absent || closed || wrong_site {
        return Err(Denied::Refused);
    }
    if !has(row[1], object.kind().key()) {
        return Err(Denied::Refused);
    }
    let own_site: Vec<(SiteId, Reach)> = facts.site.iter().map(|site| (*site, Reach::All)).collect();
    let scope = if has(notes, "all") {
        own_site
    } else {
        match actor {
            Actor::Public => return Err(Denied::Refused),
            // Somebody outside does the one thing behind their own link, while the agreement holds.
            Actor::TaskLink(id) => {
                let own = object.id() == Some(id.uuid()) && object.kind().key() == "task_link";
                if !(own && action.key() == "refer_by_link" && facts.agreement.key() == "in_force") {
                    return Err(Denied::Refused);
                }
                own_site
            }
            Actor::Job(name) => {
                if !JOB_ROWS.iter().any(|row| row[0] == *name && has(row[1], action.key())) {
                    return Err(Denied::Refused);
                }
                own_site
            }
            Actor::SiteToken { site, scopes, .. } => {
                let purpose = TOKEN_ROWS
                    .iter()
                    .find(|row| has(row[1], action.key()))
                    .map(|row| row[0]);
                let made_for = scopes.iter().any(|scope| Some(scope.key()) == purpose);
                let here = facts.site == Some(*site) && facts.agreement.key() == "in_force";
                if !made_for || !(here || purpose == Some("read_metrics")) {
                    return Err(Denied::Refused);
                }
                own_site
            }
            Actor::Account { .. } => account_scope(action, object, facts, notes, own_site)?,
        }
    };
    if matches!(actor, Actor::Account { .. }) && facts.proof < proof_needed(row[2], facts) {
        let add_first = !facts.second_factor_enrolled;
        return Err(if add_first {
            Denied::SecondFactor
        } else {
            Denied::StepUp
        });
    }
    if has(notes, "reason") && facts.reason.is_none() {
        return Err(Denied::ReasonNeeded);
    }
    Ok(scope)
}

fn account_scope(
    action: Action,
    object: Object,
    facts: &Facts,
    notes: &str,
    own_site: Vec<(SiteId, Reach)>,
) -> Result<Vec<(SiteId, Reach)>, Denied> {
    if has(notes, "signed_in") {
        return Ok(own_site);
    }
    if has(notes, "another") && facts.own_account {
        return Err(Denied::Refused);
    }
    let listed = ACTION_ROWS
        .iter()
        .any(|row| row[0] == action.key() && has(row[1], "lists"));
    let shown = match object {
        Object::Lists => list(action.key(), &facts.sites),
        Object::Site(site) if listed => list(action.key(), &[(site, facts.roles, facts.agreement)]),
        _ => {
            let by_role = allowed(action.key(), facts.roles, facts.agreement)
                .into_iter()
                .any(|near| near_enough(near, facts));
            let by_break_glass = has(notes, "urgent")
                && facts.break_glass
                && near_enough("site", facts)
                && allowed("ask_break_glass", facts.roles, facts.agreement).contains(&"site");
            return if by_role || by_break_glass {
                Ok(own_site)
            } else {
                Err(Denied::Refused)
            };
        }
    };
    if shown.is_empty() {
        Err(Denied::Refused)
    } else {
        Ok(shown)
    }
}

fn proof_needed(proof: &str, facts: &Facts) -> Proof {
    let family = "parent child";
    let everywhere = facts.sites.iter().flat_map(|(_, roles, _)| roles.iter());
    let staff = facts
        .roles
        .iter()
        .chain(everywhere)
        .any(|role| !has(family, role.key()));
    match proof {
        "two" if staff => Proof::Two,
        "fresh" => Proof::Fresh,
        "enrol" if facts.second_factor_enrolled => Proof::Fresh,
        "one" | "two" | "enrol" => Proof::One,
        other => panic!("the oracle has no proof {other}"),
    }
}

/// Compares the code with the oracle on one question.
pub fn agree(actor: &Actor, action: Action, object: Object, facts: &Facts) {
    let answer = domain::access::may(actor, action, object, facts, now());
    let answer = answer.map(|permit| permit.scope().sites.clone());
    let expected = oracle(actor, action, object, facts);
    assert_eq!(answer, expected, "{action:?} on {object:?} by {actor:?} with {facts:?}");
}

#[test]
fn the_code_and_the_table_agree_on_every_role_relation_agreement_state_and_action() {
    let mut asked = 0_u32;
    for role in domain::role::Role::ALL {
        for relation in relations() {
            for agreement in AGREEMENTS {
                for state in STATES {
                    let mut facts = facts(role, relation);
                    facts.agreement = agreement;
                    facts.state = state;
                    facts.sites[0].2 = agreement;
                    for action in Action::ALL {
                        for object in OBJECTS {
                            agree(&account(), action, object, &facts);
                            asked += 1;
                        }
                    }
                }
            }
        }
    }
    assert_eq!(asked, 14 * 7 * 5 * 3 * 96 * 20);
}

#[test]
fn the_table_names_only_roles_and_actions_that_exist() {
    for row in ALLOWED_ROWS.iter() {
        for action in row[0].split(' ') {
            assert!(Action::from_key(action).is_some(), "no action {action}");
        }
        for role in row[1].split(' ') {
            assert!(domain::role::Role::from_key(role).is_some(), "no role {role}");
        }
    }
    assert_eq!(ACTION_ROWS.iter().count(), Action::ALL.len());
}
