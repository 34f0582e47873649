//! The whole truth table of access as a page that is checked in and read in review.

use std::fmt::Write;

use domain::access::{
    Action, Actor, Denied, JOBS, Object, ObjectKind, Proof, Reach, RecordState, Relation, TokenScope,
};
use domain::id::TaskLinkId;
use domain::role::Role;

use super::every::{AGREEMENTS, PROOFS, STATES, ask, facts, object, object_of, relations};

const STATE_NAMES: [&str; 3] = ["open", "closed", "absent"];

/// For one role, action and object: lines of `states | relations | agreements` that are allowed.
fn lines(role: Role, action: Action, object: Object) -> Vec<String> {
    let mut grouped: Vec<(Vec<&str>, Vec<&str>, Vec<&str>)> = Vec::new();
    for agreement in AGREEMENTS {
        let mut by_relations: Vec<(Vec<&str>, Vec<&str>)> = Vec::new();
        for (state, state_name) in STATES.into_iter().zip(STATE_NAMES) {
            let open_to = open_to(role, action, object, agreement, state);
            match by_relations.iter_mut().find(|(known, _)| *known == open_to) {
                Some((_, states)) => states.push(state_name),
                None => by_relations.push((open_to, vec![state_name])),
            }
        }
        for (open_to, states) in by_relations.into_iter().filter(|(open_to, _)| !open_to.is_empty()) {
            let known = grouped.iter_mut().find(|(r, s, _)| *r == open_to && *s == states);
            match known {
                Some((_, _, agreements)) => agreements.push(agreement.key()),
                None => grouped.push((open_to, states, vec![agreement.key()])),
            }
        }
    }
    grouped
        .into_iter()
        .map(|(open_to, states, agreements)| {
            let shorten = |all: usize, names: Vec<&str>| {
                if names.len() == all {
                    "any".to_owned()
                } else {
                    names.join(" ")
                }
            };
            format!(
                "{} | {} | {}",
                states.join(" "),
                shorten(6, open_to),
                shorten(5, agreements)
            )
        })
        .collect()
}

/// The relations from which it is allowed; for a list, what it shows.
fn open_to(
    role: Role,
    action: Action,
    object: Object,
    agreement: domain::agreement::AgreementState,
    state: RecordState,
) -> Vec<&'static str> {
    let lists = action.kinds().contains(&ObjectKind::Lists) && matches!(object, Object::Lists | Object::Site(_));
    let mut open_to = Vec::new();
    for relation in relations() {
        let mut facts = facts(role, relation);
        facts.agreement = agreement;
        facts.state = state;
        facts.sites[0].2 = agreement;
        // What one wrote oneself is asked for by whoever wrote it.
        facts.own_account = action == Action::OpenOwnText;
        let Ok(permit) = ask(action, object, &facts) else {
            continue;
        };
        let name = match permit.scope().sites.as_slice() {
            [(_, Reach::All)] if lists => "lists all",
            [(_, Reach::Own)] if lists => "lists own",
            _ => relation.key(),
        };
        if !open_to.contains(&name) {
            open_to.push(name);
        }
    }
    open_to
}

#[test]
fn every_role_may_do_what_the_checked_in_table_says_and_no_more() {
    let mut page = String::new();
    for role in Role::ALL {
        writeln!(page, "{}", role.key()).unwrap();
        for action in Action::ALL
            .into_iter()
            .filter(|action| !is_open_without_a_role(*action))
        {
            for kind in action.kinds() {
                for line in lines(role, action, object(*kind)) {
                    writeln!(page, "  {:<22} {:<11} {line}", action.key(), kind.key()).unwrap();
                }
            }
        }
    }
    insta::assert_snapshot!("role_action_object_states_relations_agreements", page);
}

/// Allowed to an account with no role at all: its own things, and what is public.
fn is_open_without_a_role(action: Action) -> bool {
    let mut facts = facts(Role::Carer, Relation::None);
    facts.roles = domain::role::RoleSet::EMPTY;
    facts.sites.clear();
    ask(action, object_of(action), &facts).is_ok()
}

#[test]
fn whoever_has_no_role_may_do_what_the_checked_in_table_says() {
    let mut page = String::new();
    for action in Action::ALL {
        let facts = facts(Role::Carer, Relation::None);
        let public = domain::access::may(&Actor::Public, action, object_of(action), &facts, super::every::now());
        if public.is_ok() {
            writeln!(page, "anybody    {}", action.key()).unwrap();
        } else if is_open_without_a_role(action) {
            writeln!(page, "signed in  {}", action.key()).unwrap();
        }
    }
    for (job, actions) in JOBS {
        for action in *actions {
            writeln!(page, "job {job}  {}", action.key()).unwrap();
        }
    }
    for scope in TokenScope::ALL {
        for action in scope.actions() {
            writeln!(page, "site token {}  {}", scope.key(), action.key()).unwrap();
        }
    }
    for action in Action::ALL.into_iter().filter(|action| !action.is_public()) {
        let (object, facts) = (object_of(action), facts(Role::Carer, Relation::None));
        let own = object
            .id()
            .map_or(TaskLinkId::from_bytes([31; 16]), TaskLinkId::from_uuid);
        if domain::access::may(&Actor::TaskLink(own), action, object, &facts, super::every::now()).is_ok() {
            writeln!(page, "link  {}", action.key()).unwrap();
        }
    }
    insta::assert_snapshot!("without_a_role", page);
}

#[test]
fn urgent_openings_reach_what_the_checked_in_table_says() {
    let mut page = String::new();
    for role in Role::ALL {
        for agreement in AGREEMENTS {
            let mut opened = Vec::new();
            for action in Action::ALL {
                let mut facts = facts(role, Relation::SameSite);
                facts.agreement = agreement;
                facts.sites[0].2 = agreement;
                let without = ask(action, object_of(action), &facts).is_ok();
                facts.break_glass = true;
                if !without && ask(action, object_of(action), &facts).is_ok() {
                    opened.push(action.key());
                }
            }
            if !opened.is_empty() {
                writeln!(page, "{} | {} | {}", role.key(), agreement.key(), opened.join(" ")).unwrap();
            }
        }
    }
    insta::assert_snapshot!("urgent_openings", page);
}

#[test]
fn each_action_needs_the_proof_the_checked_in_table_says() {
    let mut page = String::new();
    for action in Action::ALL {
        let kinds: Vec<&str> = action.kinds().iter().map(|kind| kind.key()).collect();
        let staff = proof_for(action, Role::is_staff);
        let family = proof_for(action, |role| !role.is_staff());
        let mut notes = Vec::new();
        for (noted, note) in [
            (action.writes(), "writes"),
            (action.is_content(), "content"),
            (action.needs_reason(), "reason"),
            (action.opens_by_break_glass(), "urgent"),
        ] {
            if noted {
                notes.push(note);
            }
        }
        let (kinds, notes) = (kinds.join(" "), notes.join(" "));
        let line = format!(
            "{:<22} | {kinds:<17} | staff {staff:<5} | family {family:<5} | {notes}",
            action.key()
        );
        writeln!(page, "{}", line.trim_end_matches([' ', '|'])).unwrap();
    }
    insta::assert_snapshot!("proof_of_each_action", page);
}

/// The weakest proof with which anybody of these roles may do it.
fn proof_for(action: Action, of: impl Fn(Role) -> bool) -> &'static str {
    for (proof, name) in PROOFS.into_iter().zip(["one", "two", "fresh"]) {
        for role in Role::ALL.into_iter().filter(|role| of(*role)) {
            for relation in relations() {
                let mut facts = facts(role, relation);
                facts.proof = proof;
                let answer = ask(action, object_of(action), &facts);
                if answer.is_ok() {
                    return name;
                }
                assert!(proof < Proof::Fresh || answer.err() == Some(Denied::Refused));
            }
        }
    }
    "-"
}
