//! Roles and duties: what a person does in the programme, and for which side.
//!
//! A role is granted for a site and from a day; a duty is a dated flag beside it. Neither opens
//! anything alone: see [`crate::access::may`].

/// What somebody does in the programme.
///
/// Adding one is a variant here, its line in `access::rules`, and its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Family support foster carer: an approved foster carer who supports families.
    Carer,
    /// Supervising social worker: the authority's social worker who supervises the carer.
    Supervisor,
    /// Family's social worker: refers the family and holds the statutory plan.
    FamilyWorker,
    /// Team manager in the authority: authorises, and moves families between workers.
    TeamManager,
    /// Safeguarding lead of the authority: reads every concern.
    SafeguardingLead,
    /// Programme manager of the charity: decides referrals, runs the waiting list.
    ProgrammeManager,
    /// Programme officer of the charity.
    ProgrammeOfficer,
    /// Parent or other adult at home in a supported family.
    Parent,
    /// Child or young person in a supported family, with a sign-in of their own.
    Child,
    /// Evaluator: pseudonymised extracts only.
    Evaluator,
    /// Funder: counts of its own grant only.
    Funder,
    /// Commissioner of an authority that thinks of joining: public counts only.
    Commissioner,
    /// Auditor or data protection lead: who saw what, and why.
    Auditor,
    /// Administrator: accounts, roles, sites, backups; no family content.
    Administrator,
}

/// Which of the parties to the work a role belongs to.
///
/// An agreement joins the charity and the authority: when it lapses each keeps something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The charity that runs the programme.
    Charity,
    /// The authority or Trust, with the carers it approved.
    Authority,
    /// The families themselves.
    Family,
    /// People who read figures and never a family.
    Outside,
    /// People who keep the system and its journal.
    System,
}

impl Role {
    /// Every role, in the order people read them.
    pub const ALL: [Self; 14] = [
        Self::Carer,
        Self::Supervisor,
        Self::FamilyWorker,
        Self::TeamManager,
        Self::SafeguardingLead,
        Self::ProgrammeManager,
        Self::ProgrammeOfficer,
        Self::Parent,
        Self::Child,
        Self::Evaluator,
        Self::Funder,
        Self::Commissioner,
        Self::Auditor,
        Self::Administrator,
    ];

    /// The role's name in the database, the interface and the words. Never reused.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Carer => "carer",
            Self::Supervisor => "supervisor",
            Self::FamilyWorker => "family_worker",
            Self::TeamManager => "team_manager",
            Self::SafeguardingLead => "safeguarding_lead",
            Self::ProgrammeManager => "programme_manager",
            Self::ProgrammeOfficer => "programme_officer",
            Self::Parent => "parent",
            Self::Child => "child",
            Self::Evaluator => "evaluator",
            Self::Funder => "funder",
            Self::Commissioner => "commissioner",
            Self::Auditor => "auditor",
            Self::Administrator => "administrator",
        }
    }

    /// The role with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.key() == key)
    }

    /// The side this role belongs to.
    pub const fn side(self) -> Side {
        match self {
            Self::ProgrammeManager | Self::ProgrammeOfficer => Side::Charity,
            Self::Carer | Self::Supervisor | Self::FamilyWorker | Self::TeamManager | Self::SafeguardingLead => {
                Side::Authority
            }
            Self::Parent | Self::Child => Side::Family,
            Self::Evaluator | Self::Funder | Self::Commissioner => Side::Outside,
            Self::Auditor | Self::Administrator => Side::System,
        }
    }

    /// Whether the person does this as their work. Staff prove two factors before any content.
    pub const fn is_staff(self) -> bool {
        !matches!(self.side(), Side::Family)
    }
}

/// A dated flag on an account, beside its roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// The authority's designated officer for allegations.
    DesignatedOfficer,
    /// Sits on the panel that assesses expressions of interest.
    Panel,
    /// May approve requests to the community fund up to this amount.
    FundApprover {
        /// The most this person approves alone, in pence.
        pence_max: u32,
    },
    /// Leads a programme group.
    GroupLeader,
    /// Reviews the words of the service in another language.
    Translator,
}

impl Duty {
    /// The duty's name in the database and the words; the amount is kept beside it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::DesignatedOfficer => "designated_officer",
            Self::Panel => "panel",
            Self::FundApprover { .. } => "fund_approver",
            Self::GroupLeader => "group_leader",
            Self::Translator => "translator",
        }
    }

    const fn bit(self) -> u8 {
        match self {
            Self::DesignatedOfficer => 1,
            Self::Panel => 1 << 1,
            Self::FundApprover { .. } => 1 << 2,
            Self::GroupLeader => 1 << 3,
            Self::Translator => 1 << 4,
        }
    }
}

/// The roles an account holds somewhere on a day.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct RoleSet(u16);

impl RoleSet {
    /// No role.
    pub const EMPTY: Self = Self(0);

    /// This set and one more role.
    #[must_use]
    pub const fn with(self, role: Role) -> Self {
        Self(self.0 | 1 << role as u16)
    }

    /// The roles in either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the role is in the set.
    pub const fn contains(self, role: Role) -> bool {
        self.0 & (1 << role as u16) != 0
    }

    /// Whether there is no role in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The roles in the set, in the order of [`Role::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.contains(*role))
    }

    /// Whether any role in the set is somebody's work.
    pub fn any_staff(self) -> bool {
        self.iter().any(Role::is_staff)
    }
}

impl FromIterator<Role> for RoleSet {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        roles.into_iter().fold(Self::EMPTY, Self::with)
    }
}

impl std::fmt::Debug for RoleSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter().map(Role::key)).finish()
    }
}

/// The duties an account holds on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DutySet {
    bits: u8,
    pence_max: u32,
}

impl DutySet {
    /// No duty.
    pub const EMPTY: Self = Self { bits: 0, pence_max: 0 };

    /// This set and one more duty. Of two amounts the greater holds.
    #[must_use]
    pub fn with(self, duty: Duty) -> Self {
        let pence_max = match duty {
            Duty::FundApprover { pence_max } => self.pence_max.max(pence_max),
            _ => self.pence_max,
        };
        Self {
            bits: self.bits | duty.bit(),
            pence_max,
        }
    }

    /// Whether the duty is held; for a fund approver, up to at least the amount asked about.
    pub const fn contains(self, duty: Duty) -> bool {
        let amount_held = match duty {
            Duty::FundApprover { pence_max } => pence_max <= self.pence_max,
            _ => true,
        };
        self.bits & duty.bit() != 0 && amount_held
    }
}
