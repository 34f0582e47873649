//! Everything anybody can ask to do, with what is always true of it.

use super::Proof;
use super::line::{Line, Open, read, write};
use super::object::ObjectKind;

/// Something an actor asks to do. Each page, call and job names exactly one.
///
/// Adding one is a variant, its line in `Action::line`, and who may do it in `access::rules`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Read a page that anybody may read.
    SeePublicPage,
    /// Sign in.
    SignIn,
    /// Ask whether the service is well.
    ReadHealth,
    /// See one's own start page.
    SeeHome,
    /// See one's own account.
    SeeOwnAccount,
    /// Change one's own account, ways of contact included.
    ChangeOwnAccount,
    /// Add a second factor to one's own account.
    EnrolSecondFactor,
    /// End one of one's own sign-ins.
    EndOwnSignIn,
    /// Make a token that acts as oneself.
    MakeOwnToken,
    /// End a token of one's own.
    EndOwnToken,
    /// Read what one has done oneself: the actor's own book.
    SeeOwnActs,
    /// Review words of the service that a machine translated.
    ReviewWords,
    /// Find people by name, date of birth or reference.
    SearchPeople,
    /// Refer a family.
    Refer,
    /// Refer a family through a link, without an account.
    ReferByLink,
    /// Take referrals in from a file, and take them back.
    ImportReferrals,
    /// List referrals.
    ListReferrals,
    /// Open one referral.
    OpenReferral,
    /// Accept a referral, or do not.
    DecideReferral,
    /// Withdraw a referral.
    WithdrawReferral,
    /// Add a dated note to a referral.
    AddReferralEntry,
    /// See the waiting list.
    ListWaiting,
    /// Take the waiting list out as a file.
    ExportWaiting,
    /// List families that may be one.
    ListLikeness,
    /// Look at two families that may be one and say whether they are; move somebody from one to the other; undo either.
    SettleLikeness,
    /// List carers' households.
    ListHouseholds,
    /// Open one carer's household.
    OpenHousehold,
    /// Write down a carer's household.
    RecordHousehold,
    /// Change what is written of a household, or close it.
    ChangeHousehold,
    /// Say when a household is away and whether it takes a new family.
    SetAvailability,
    /// See who could support a family, in order, with reasons.
    SeeWhoCould,
    /// Offer a family to a household, or say how far it is.
    OfferFamily,
    /// Open an offer of a family.
    OpenOffer,
    /// Answer an offer.
    AnswerOffer,
    /// Decide that a household supports a family, or take an offer back.
    DecideOffer,
    /// End a match.
    EndMatch,
    /// Close a family's support: it ends well, with what was achieved named.
    CloseSupport,
    /// Write down what the authority says of a family later: where each child lives, and times in care.
    RecordAfter,
    /// Let another household stand in, or end that.
    SetCover,
    /// Step a family's support up or down.
    StepSupport,
    /// Plan a review or a support meeting, write it down, or put right what was written.
    HoldReview,
    /// Read what a family's record says for a review, and make it into a paper for one reader.
    PrepareReview,
    /// Say what one brings to a review oneself.
    ContributeToReview,
    /// Write a session with a family down, or plan one.
    AddSession,
    /// Read what was written of a session.
    OpenSession,
    /// Read what one wrote oneself of a session or a call for help, for a while after one's work with the family ended too.
    OpenOwnText,
    /// Say what became of a planned session, put right what was written, or give a paragraph to one person.
    ChangeSession,
    /// Say that somebody else's session was read, and sign it.
    CountersignSession,
    /// Read a family's plan and goals.
    OpenPlan,
    /// Write another version of a family's plan, mark a goal, agree a next step, or take what somebody of the family says.
    ChangePlan,
    /// Say oneself what one thinks of a plan, or sign it.
    AgreePlan,
    /// Agree for the programme that support goes on longer than planned, or do not.
    ApproveExtension,
    /// Agree for the authority that support goes on longer than planned, or do not.
    AgreeExtension,
    /// Raise a concern about somebody of a family, once the numbers to ring were shown.
    RaiseConcern,
    /// List concerns, less those that concern whoever asks.
    ListConcerns,
    /// Read a concern.
    OpenConcern,
    /// Add to a concern: that it was reported, that the writing followed, or more.
    AddToConcern,
    /// Decide what is done about a concern.
    DecideConcern,
    /// Set which numbers people of a programme area ring, and when.
    SetNumbers,
    /// Write down a call for help and what was done.
    WriteCrisis,
    /// Read what was written of a call for help.
    OpenCrisis,
    /// Add to a call for help what was done and how it ended.
    AddToCrisis,
    /// Say that somebody else's account of a call for help was read, and sign it.
    SignCrisis,
    /// List families.
    ListFamilies,
    /// Take a list about families out as a file: those somebody works with, a week's visits, what a search found.
    ExportFamilies,
    /// Open one family.
    OpenFamily,
    /// See what keeps a family safe: numbers to ring, safe contact, who must not know.
    SeeSafety,
    /// Read what was done with a family's record.
    OpenFamilyHistory,
    /// See who has looked at a family's record.
    SeeWhoLooked,
    /// Open the address of a protected person.
    OpenProtectedAddress,
    /// Take a family's record out as a file.
    ExportFamily,
    /// See one's own part of one's family's record.
    SeeOwnPart,
    /// List accounts.
    ListAccounts,
    /// Open somebody's account.
    OpenAccount,
    /// Invite somebody to have an account.
    InviteAccount,
    /// Propose a role for an account.
    ProposeRole,
    /// Confirm a role somebody else proposed.
    ConfirmRole,
    /// End a role.
    EndRole,
    /// End somebody's sign-in.
    EndSignIn,
    /// Change how somebody is reached.
    ChangeContact,
    /// Begin a programme area.
    MakeSite,
    /// See a programme area and how it is set up.
    OpenSite,
    /// List agreements.
    ListAgreements,
    /// Record an agreement.
    RecordAgreement,
    /// Make a token that acts for a programme area.
    MakeToken,
    /// Ask to open a record urgently, without the usual relation.
    AskBreakGlass,
    /// Review an urgent opening by somebody else.
    ReviewBreakGlass,
    /// List urgent openings.
    ListBreakGlass,
    /// See what the service sends to people, without whom it goes to or what it is about.
    ListMessages,
    /// Send something once more that was given up, or a trial to oneself.
    SendAgain,
    /// Set in which hours people of a programme area are left alone, and which number families ring.
    SetSending,
    /// Set what the support levels of a programme area mean.
    SetLadder,
    /// Read the headers of the journal, which hold no content.
    ReadJournalHeaders,
    /// Sign a checkpoint over the journal.
    MakeCheckpoint,
    /// Read the figures of the running service.
    ReadMetrics,
}

impl Action {
    /// Every action, in the order of the lines below.
    pub const ALL: [Self; 95] = [
        Self::SeePublicPage,
        Self::SignIn,
        Self::ReadHealth,
        Self::SeeHome,
        Self::SeeOwnAccount,
        Self::ChangeOwnAccount,
        Self::EnrolSecondFactor,
        Self::EndOwnSignIn,
        Self::MakeOwnToken,
        Self::EndOwnToken,
        Self::SeeOwnActs,
        Self::ReviewWords,
        Self::SearchPeople,
        Self::Refer,
        Self::ReferByLink,
        Self::ImportReferrals,
        Self::ListReferrals,
        Self::OpenReferral,
        Self::DecideReferral,
        Self::WithdrawReferral,
        Self::AddReferralEntry,
        Self::ListWaiting,
        Self::ExportWaiting,
        Self::ListLikeness,
        Self::SettleLikeness,
        Self::ListHouseholds,
        Self::OpenHousehold,
        Self::RecordHousehold,
        Self::ChangeHousehold,
        Self::SetAvailability,
        Self::SeeWhoCould,
        Self::OfferFamily,
        Self::OpenOffer,
        Self::AnswerOffer,
        Self::DecideOffer,
        Self::EndMatch,
        Self::CloseSupport,
        Self::RecordAfter,
        Self::SetCover,
        Self::StepSupport,
        Self::HoldReview,
        Self::PrepareReview,
        Self::ContributeToReview,
        Self::AddSession,
        Self::OpenSession,
        Self::OpenOwnText,
        Self::ChangeSession,
        Self::CountersignSession,
        Self::OpenPlan,
        Self::ChangePlan,
        Self::AgreePlan,
        Self::ApproveExtension,
        Self::AgreeExtension,
        Self::RaiseConcern,
        Self::ListConcerns,
        Self::OpenConcern,
        Self::AddToConcern,
        Self::DecideConcern,
        Self::SetNumbers,
        Self::WriteCrisis,
        Self::OpenCrisis,
        Self::AddToCrisis,
        Self::SignCrisis,
        Self::ListFamilies,
        Self::ExportFamilies,
        Self::OpenFamily,
        Self::SeeSafety,
        Self::OpenFamilyHistory,
        Self::SeeWhoLooked,
        Self::OpenProtectedAddress,
        Self::ExportFamily,
        Self::SeeOwnPart,
        Self::ListAccounts,
        Self::OpenAccount,
        Self::InviteAccount,
        Self::ProposeRole,
        Self::ConfirmRole,
        Self::EndRole,
        Self::EndSignIn,
        Self::ChangeContact,
        Self::MakeSite,
        Self::OpenSite,
        Self::ListAgreements,
        Self::RecordAgreement,
        Self::MakeToken,
        Self::AskBreakGlass,
        Self::ReviewBreakGlass,
        Self::ListBreakGlass,
        Self::ListMessages,
        Self::SendAgain,
        Self::SetSending,
        Self::SetLadder,
        Self::ReadJournalHeaders,
        Self::MakeCheckpoint,
        Self::ReadMetrics,
    ];

    /// What is always true of this action.
    pub(super) const fn line(self) -> Line {
        use ObjectKind as On;
        match self {
            Self::SeePublicPage => read("see_public_page", &[On::Public]).to_all(),
            Self::SignIn => write("sign_in", &[On::Public]).to_all(),
            Self::ReadHealth => read("read_health", &[On::Public]).to_all(),
            Self::SeeHome => read("see_home", &[On::Own]).own().one_factor(),
            Self::SeeOwnAccount => read("see_own_account", &[On::Own]).own().one_factor(),
            Self::ChangeOwnAccount => write("change_own_account", &[On::Own]).own().step_up(),
            Self::EnrolSecondFactor => write("enrol_second_factor", &[On::Own]).own().one_factor(),
            Self::EndOwnSignIn => write("end_own_sign_in", &[On::Own]).own().one_factor().when_closed(),
            Self::MakeOwnToken => write("make_own_token", &[On::Own]).own().step_up(),
            Self::EndOwnToken => write("end_own_token", &[On::Own]).own().one_factor().when_closed(),
            Self::SeeOwnActs => read("see_own_acts", &[On::Own]).own(),
            Self::ReviewWords => write("review_words", &[On::Own, On::System]),
            Self::SearchPeople => read("search_people", &[On::Lists, On::Site]).content(),
            Self::Refer => write("refer", &[On::Lists, On::Site]).content(),
            Self::ReferByLink => write("refer_by_link", &[On::TaskLink]).content(),
            Self::ImportReferrals => write("import_referrals", &[On::Lists, On::Site]).content(),
            Self::ListReferrals => read("list_referrals", &[On::Lists, On::Site]).content(),
            Self::OpenReferral => read("open_referral", &[On::Referral]).content().break_glass(),
            Self::DecideReferral => write("decide_referral", &[On::Referral]).content(),
            Self::WithdrawReferral => write("withdraw_referral", &[On::Referral]).content(),
            Self::AddReferralEntry => write("add_referral_entry", &[On::Referral]).content(),
            Self::ListWaiting => read("list_waiting", &[On::Lists, On::Site]).content(),
            Self::ExportWaiting => read("export_waiting", &[On::Lists, On::Site]).content().step_up(),
            Self::ListLikeness => read("list_likeness", &[On::Lists, On::Site]).content(),
            Self::SettleLikeness => write("settle_likeness", &[On::Likeness]).content(),
            Self::ListHouseholds => read("list_households", &[On::Lists, On::Site]),
            Self::OpenHousehold => read("open_household", &[On::Household]),
            Self::RecordHousehold => write("record_household", &[On::Lists, On::Site]),
            Self::ChangeHousehold => write("change_household", &[On::Household]),
            Self::SetAvailability => write("set_availability", &[On::Household]),
            Self::SeeWhoCould => read("see_who_could", &[On::Family]).content(),
            Self::OfferFamily => write("offer_family", &[On::Family]).content(),
            Self::OpenOffer => read("open_offer", &[On::Offer]).content(),
            Self::AnswerOffer => write("answer_offer", &[On::Offer]).content(),
            Self::DecideOffer => write("decide_offer", &[On::Offer]).content(),
            Self::EndMatch => write("end_match", &[On::Match]).content(),
            Self::CloseSupport => write("close_support", &[On::Family]).content(),
            Self::RecordAfter => write("record_after", &[On::Family]).content().when_closed(),
            Self::SetCover => write("set_cover", &[On::Match]).content(),
            Self::StepSupport => write("step_support", &[On::Family]).content(),
            Self::HoldReview => write("hold_review", &[On::Family]).content(),
            Self::PrepareReview => read("prepare_review", &[On::Family]).content(),
            Self::ContributeToReview => write("contribute_to_review", &[On::Family]).content(),
            Self::AddSession => write("add_session", &[On::Family]).content(),
            Self::OpenSession => read("open_session", &[On::Session, On::Family]).content().break_glass(),
            Self::OpenOwnText => read("open_own_text", &[On::Lists, On::Site, On::Session, On::Crisis]).content(),
            Self::ChangeSession => write("change_session", &[On::Session]).content(),
            Self::CountersignSession => write("countersign_session", &[On::Session]).content().by_another(),
            Self::OpenPlan => read("open_plan", &[On::Family]).content().break_glass(),
            Self::ChangePlan => write("change_plan", &[On::Family]).content(),
            Self::AgreePlan => write("agree_plan", &[On::Family]).content(),
            Self::ApproveExtension => write("approve_extension", &[On::Family]).content(),
            Self::AgreeExtension => write("agree_extension", &[On::Family]).content(),
            Self::RaiseConcern => write("raise_concern", &[On::Family]).content().when_closed(),
            Self::ListConcerns => read("list_concerns", &[On::Lists, On::Site, On::Family]).content(),
            Self::OpenConcern => read("open_concern", &[On::Concern]).content().break_glass(),
            Self::AddToConcern => write("add_to_concern", &[On::Concern]).content().when_closed(),
            Self::DecideConcern => write("decide_concern", &[On::Concern]).content().when_closed(),
            Self::SetNumbers => write("set_numbers", &[On::Site]),
            Self::WriteCrisis => write("write_crisis", &[On::Family]).content(),
            Self::OpenCrisis => read("open_crisis", &[On::Crisis, On::Family]).content().break_glass(),
            Self::AddToCrisis => write("add_to_crisis", &[On::Crisis]).content(),
            Self::SignCrisis => write("sign_crisis", &[On::Crisis]).content().by_another(),
            Self::ListFamilies => read("list_families", &[On::Lists, On::Site]).content(),
            Self::ExportFamilies => read("export_families", &[On::Lists, On::Site]).content().step_up(),
            Self::OpenFamily => read("open_family", &[On::Family]).content().break_glass(),
            Self::SeeSafety => read("see_safety", &[On::Family]).content(),
            Self::OpenFamilyHistory => read("open_family_history", &[On::Family]).content().break_glass(),
            Self::SeeWhoLooked => read("see_who_looked", &[On::Family]),
            Self::OpenProtectedAddress => read("open_protected_address", &[On::Address])
                .content()
                .step_up()
                .with_reason(),
            Self::ExportFamily => read("export_family", &[On::Family]).content().step_up(),
            Self::SeeOwnPart => read("see_own_part", &[On::Family, On::Person]).content(),
            Self::ListAccounts => read("list_accounts", &[On::Lists, On::Site, On::System]),
            Self::OpenAccount => read("open_account", &[On::Account]),
            Self::InviteAccount => write("invite_account", &[On::Site, On::System]),
            Self::ProposeRole => write("propose_role", &[On::Account]).step_up(),
            Self::ConfirmRole => write("confirm_role", &[On::Grant]).step_up().by_another(),
            Self::EndRole => write("end_role", &[On::Grant]).step_up().when_closed(),
            Self::EndSignIn => write("end_sign_in", &[On::Account]).when_closed(),
            Self::ChangeContact => write("change_contact", &[On::Account]).step_up(),
            Self::MakeSite => write("make_site", &[On::System]).step_up(),
            Self::OpenSite => read("open_site", &[On::Site]),
            Self::ListAgreements => read("list_agreements", &[On::Lists, On::Site]),
            Self::RecordAgreement => write("record_agreement", &[On::Site]).step_up(),
            Self::MakeToken => write("make_token", &[On::Site]).step_up(),
            Self::AskBreakGlass => write("ask_break_glass", &[On::Family, On::Referral]).when_closed(),
            Self::ReviewBreakGlass => write("review_break_glass", &[On::BreakGlass]).by_another(),
            Self::ListBreakGlass => read("list_break_glass", &[On::Lists, On::Site]),
            Self::ListMessages => read("list_messages", &[On::Lists, On::Site]),
            Self::SendAgain => write("send_again", &[On::System]),
            Self::SetSending => write("set_sending", &[On::Site]),
            Self::SetLadder => write("set_ladder", &[On::Site]),
            Self::ReadJournalHeaders => read("read_journal_headers", &[On::System, On::Site]),
            Self::MakeCheckpoint => write("make_checkpoint", &[On::System]),
            Self::ReadMetrics => read("read_metrics", &[On::System]),
        }
    }

    /// The action's name in the journal, the routes and the interface. Never reused.
    pub const fn key(self) -> &'static str {
        self.line().key
    }

    /// The action with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.key() == key)
    }

    /// Whether it changes something a person entered.
    pub const fn writes(self) -> bool {
        self.line().writes
    }

    /// Whether it shows or changes what is written about a family.
    pub const fn is_content(self) -> bool {
        self.line().content
    }

    /// Whether the person must have proved two factors within the last ten minutes.
    pub const fn needs_step_up(self) -> bool {
        matches!(self.line().proof, Proof::Fresh)
    }

    /// Whether it needs a reason from [`super::ReasonCode`].
    pub const fn needs_reason(self) -> bool {
        self.line().reason
    }

    /// Whether an urgent opening can stand in for the usual relation.
    pub const fn opens_by_break_glass(self) -> bool {
        self.line().break_glass
    }

    /// Whether anybody may do it without signing in.
    pub const fn is_public(self) -> bool {
        matches!(self.line().open, Open::Everybody)
    }

    /// The kinds of object it can be done to. On any other it is refused.
    pub const fn kinds(self) -> &'static [ObjectKind] {
        self.line().on
    }
}
