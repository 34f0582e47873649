//! Who is in the demonstration: one invented charity, three invented areas, and the people who work there.

use super::story::Story;
use super::{england, ulster, wales};
use domain::role::{Duty, Role};

/// The charity, in English and Welsh.
pub const CHARITY: [&str; 2] = ["Bridge and Lantern", "Pont a Llusern"];

/// The end of the charity's and the house's addresses for mail. Nothing is ever sent to such an address.
pub const HOUSE_MAIL: &str = "bridge-and-lantern.example";

/// Somebody with an account.
#[derive(Clone, Copy, Debug)]
pub struct Staff {
    /// What they do.
    pub role: Role,
    /// What they are called.
    pub name: &'static str,
    /// The language they land in.
    pub language: &'static str,
    /// A duty beside the role.
    pub duty: Option<Duty>,
}

/// A person of a family who has an account.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// The place of the family in the area's list.
    pub family: usize,
    /// The place of the person in the family.
    pub person: usize,
    /// Parent or child.
    pub role: Role,
    /// The language they land in.
    pub language: &'static str,
}

/// A programme area.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    /// Its name, in English and Welsh.
    pub name: [&'static str; 2],
    /// The authority or Trust, in English and Welsh.
    pub authority: [&'static str; 2],
    /// The nation pack.
    pub nation: &'static str,
    /// The end of its addresses for mail.
    pub mail: &'static str,
    /// How many families its carers can support at once.
    pub places: u32,
    /// Its agreements: the first and the last day, counted from today.
    pub agreements: &'static [(i32, i32)],
    /// Its people.
    pub staff: &'static [Staff],
    /// Its families.
    pub families: &'static [&'static [Story]],
    /// Those of them who have an account.
    pub members: &'static [Member],
    /// Families whose carer is named: the family, and the carer's place in the list of people.
    pub getting_to_know: &'static [(usize, usize)],
    /// The protected person, family and place, and who must not know: the place in the list of people.
    pub protected: &'static [(usize, usize, usize)],
    /// Referrals begun and left half way: by which worker, how many days ago, what was typed.
    pub begun: &'static [(usize, i32, &'static str)],
    /// Somebody outside who is asked to refer by a link: by which worker, how many days ago, who, where, in which language.
    pub asked: &'static [(usize, i32, &'static str, &'static str, &'static str)],
}

impl Area {
    /// Its families, in the order of the list.
    pub fn families(&self) -> impl Iterator<Item = &'static Story> {
        self.families.iter().copied().flatten()
    }

    /// The family at a place in the list.
    ///
    /// # Panics
    /// What is written about the area names a place it does not have; every start of a new demonstration would show it.
    pub fn family(&self, at: usize) -> &'static Story {
        self.families()
            .nth(at)
            .expect("the demonstration names families it has")
    }
}

/// The people of the whole house.
pub const HOUSE: &[Staff] = &[
    staff(Role::Administrator, "Bronwen Tudor", "cy"),
    staff(Role::Administrator, "Ash Kendrick", "en"),
    staff(Role::Auditor, "Gwenda Rowlands", "en"),
    staff(Role::Evaluator, "Ingrid Solheim", "en"),
    staff(Role::Funder, "Peter Ashgrove", "en"),
    staff(Role::Commissioner, "Meera Chaudhary", "en"),
];

const fn staff(role: Role, name: &'static str, language: &'static str) -> Staff {
    Staff {
        role,
        name,
        language,
        duty: None,
    }
}

impl Staff {
    const fn with(self, duty: Duty) -> Self {
        Self {
            duty: Some(duty),
            ..self
        }
    }
}

/// Every area.
pub const AREAS: &[Area] = &[
    Area {
        name: ["Bro Cerwen", "Bro Cerwen"],
        authority: ["Bro Cerwen County Council", "Cyngor Sir Bro Cerwen"],
        nation: "wales",
        mail: "bro-cerwen.example",
        places: 16,
        agreements: &[(-610, -246), (-234, 496)],
        staff: &[
            staff(Role::FamilyWorker, "Eleri Vaughan-Rees", "cy"),
            staff(Role::FamilyWorker, "Tomasz Zieliński", "en"),
            staff(Role::Carer, "Lowri Prosser", "cy"),
            staff(Role::Carer, "Meurig Tandy", "cy"),
            staff(Role::Carer, "Beth Ann Hopcyn", "en"),
            staff(Role::Carer, "Kofi Asante-Rees", "en"),
            staff(Role::Supervisor, "Rhian Maddocks", "cy"),
            staff(Role::TeamManager, "Dewi Gruffydd-Lewis", "cy"),
            staff(Role::SafeguardingLead, "Siân Treharne", "cy").with(Duty::DesignatedOfficer),
            staff(Role::ProgrammeManager, "Nia Pritchard", "cy").with(Duty::FundApprover { pence_max: 25_000 }),
            staff(Role::ProgrammeOfficer, "Huw Cadwaladr", "cy").with(Duty::Translator),
        ],
        families: wales::FAMILIES,
        members: &[
            Member {
                family: 3,
                person: 2,
                role: Role::Parent,
                language: "cy",
            },
            Member {
                family: 3,
                person: 0,
                role: Role::Child,
                language: "cy",
            },
        ],
        getting_to_know: &[(3, 2), (9, 2)],
        protected: &[],
        asked: &[(
            0,
            2,
            "Siân Morgan, Ysgol Bryn Cerwen",
            "sian.morgan@ysgol.example",
            "cy",
        )],
        begun: &[
            (
                0,
                1,
                "who=child-1+child-2+adult-1&child-1_forename=Elan&child-1_surname=Rees&child-1_birth_day=14\
                 &child-1_birth_month=2&child-1_birth_year=2017&child-1_reason=risk_of_care&child-2_known_as=Bobi\
                 &adult-1_forename=Carys&adult-1_surname=Rees\
                 &going_well=Mae%20Elan%20a%20Bobi%20yn%20canu%20gyda%27i%20gilydd%20bob%20nos.",
            ),
            (
                1,
                25,
                "who=child-1+adult-1&child-1_forename=Sam&worries=Rang+from+the+school.",
            ),
        ],
    },
    Area {
        name: ["Lough Arden", "Lough Arden"],
        authority: [
            "Lough Arden Health and Social Care Trust",
            "Ymddiriedolaeth Iechyd a Gofal Cymdeithasol Lough Arden",
        ],
        nation: "northern_ireland",
        mail: "lough-arden.example",
        places: 12,
        agreements: &[(-700, 22)],
        staff: &[
            staff(Role::FamilyWorker, "Orla McGlade", "en"),
            staff(Role::FamilyWorker, "Stephen Boal", "en"),
            staff(Role::Carer, "Bríd McAnulty", "en"),
            staff(Role::Carer, "Seán Óg Devenny", "en"),
            staff(Role::Carer, "Patricia Lavery", "en"),
            staff(Role::Carer, "Agnieszka Kowalczyk", "en"),
            staff(Role::Supervisor, "Fionnuala Quigg", "en"),
            staff(Role::TeamManager, "Una Carville", "en"),
            staff(Role::SafeguardingLead, "Malachy Toner", "en").with(Duty::DesignatedOfficer),
            staff(Role::ProgrammeManager, "Róisín Magill", "en"),
            staff(Role::ProgrammeOfficer, "Claire Heaney", "en").with(Duty::GroupLeader),
        ],
        families: &[ulster::FAMILIES],
        members: &[Member {
            family: 3,
            person: 2,
            role: Role::Parent,
            language: "en",
        }],
        getting_to_know: &[(3, 3), (7, 3)],
        protected: &[(4, 2, 6)],
        asked: &[(
            0,
            3,
            "Orla Heaney, Arden Health Centre",
            "orla.heaney@clinic.example",
            "en",
        )],
        begun: &[
            (
                0,
                3,
                "who=child-1+adult-1&child-1_forename=Fionn&child-1_surname=Magee&child-1_birth_month=9\
                 &child-1_birth_year=2019&child-1_reason=reunification&adult-1_forename=Bronagh&adult-1_surname=Magee\
                 &going_well=Bronagh+has+kept+every+visit+since+the+summer.",
            ),
            (
                1,
                26,
                "who=child-1+adult-1&adult-1_surname=Devenney&worries=Asked+for+help+at+the+clinic.",
            ),
        ],
    },
    Area {
        name: ["Wexmoor", "Wexmoor"],
        authority: ["Wexmoor Borough Council", "Cyngor Bwrdeistref Wexmoor"],
        nation: "england",
        mail: "wexmoor.example",
        places: 14,
        agreements: &[(-640, -200), (-199, 531)],
        staff: &[
            staff(Role::FamilyWorker, "Priya Raman", "en"),
            staff(Role::FamilyWorker, "Jo Entwistle", "en"),
            staff(Role::Carer, "Marjorie Okonkwo", "en"),
            staff(Role::Carer, "Tariq Mahmood", "en"),
            staff(Role::Carer, "Denise Hartnell", "en"),
            staff(Role::Carer, "Gwilym Sutcliffe", "cy"),
            staff(Role::Supervisor, "Clive Adeyemi", "en"),
            staff(Role::TeamManager, "Farah Siddiqui", "en"),
            staff(Role::SafeguardingLead, "Hazel Brightwell", "en").with(Duty::DesignatedOfficer),
            staff(Role::ProgrammeManager, "Daniel Osei", "en").with(Duty::Panel),
            staff(Role::ProgrammeOfficer, "Magda Wójcik", "en"),
        ],
        families: &[england::FAMILIES],
        members: &[Member {
            family: 6,
            person: 3,
            role: Role::Parent,
            language: "en",
        }],
        getting_to_know: &[(5, 3), (8, 3)],
        protected: &[],
        asked: &[(1, 1, "Priya Nair, Hallam Road Primary", "p.nair@school.example", "en")],
        begun: &[
            (
                0,
                2,
                "who=child-1+child-2+adult-1&child-1_forename=Marcus&child-2_forename=Ruby&child-1_surname=Ashworth\
                 &child-2_surname=Ashworth&adult-1_forename=Denise&adult-1_surname=Ashworth\
                 &going_well=Denise+reads+to+them+every+evening.",
            ),
            (
                1,
                24,
                "who=child-1+adult-1&child-1_forename=Ibrahim&worries=The+health+visitor+rang.",
            ),
        ],
    },
];

/// The address for mail of somebody: their name without its marks.
pub fn email(name: &str, mail: &str) -> String {
    format!("{}@{mail}", seal::names::fold(name).join("."))
}
