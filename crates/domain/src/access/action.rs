//! Everything anybody can ask to do, with what is always true of it.

use super::Proof;
use super::line::{Line, Open, read, write};
use super::object::{ObjectKind, ObjectKind as On};

/// Declares the actions: the name, its doc comment, and the line of what is always true of it.
macro_rules! actions {
    ($(#[$doc:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $line:expr;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$note])* $variant,)+
        }

        impl $name {
            /// Every action.
            pub const ALL: [Self; [$(stringify!($variant),)+].len()] = [$(Self::$variant,)+];

            /// What is always true of this action.
            pub(super) const fn line(self) -> Line {
                match self {
                    $(Self::$variant => $line,)+
                }
            }
        }
    };
}

actions! {
    /// Something an actor asks to do. Each page, call and job names exactly one.
    ///
    /// Adding one is its line here, and who may do it in `access::rules`.
    Action {
        /// Read a page that anybody may read.
        SeePublicPage = read("see_public_page", &[On::Public]).to_all();
        /// Sign in.
        SignIn = write("sign_in", &[On::Public]).to_all();
        /// Ask whether the service is well.
        ReadHealth = read("read_health", &[On::Public]).to_all();
        /// See one's own start page.
        SeeHome = read("see_home", &[On::Own]).own().one_factor();
        /// See one's own account.
        SeeOwnAccount = read("see_own_account", &[On::Own]).own().one_factor();
        /// Change one's own account, ways of contact included.
        ChangeOwnAccount = write("change_own_account", &[On::Own]).own().step_up();
        /// Add a second factor to one's own account.
        EnrolSecondFactor = write("enrol_second_factor", &[On::Own]).own().one_factor();
        /// End one of one's own sign-ins.
        EndOwnSignIn = write("end_own_sign_in", &[On::Own]).own().one_factor().when_closed();
        /// Make a token that acts as oneself.
        MakeOwnToken = write("make_own_token", &[On::Own]).own().step_up();
        /// End a token of one's own.
        EndOwnToken = write("end_own_token", &[On::Own]).own().one_factor().when_closed();
        /// Read what one has done oneself: the actor's own book.
        SeeOwnActs = read("see_own_acts", &[On::Own]).own();
        /// Review words of the service that a machine translated.
        ReviewWords = write("review_words", &[On::Own, On::System]);
        /// Find people by name, date of birth or reference.
        SearchPeople = read("search_people", &[On::Lists, On::Site]).content();
        /// Refer a family.
        Refer = write("refer", &[On::Lists, On::Site]).content();
        /// Refer a family through a link, without an account.
        ReferByLink = write("refer_by_link", &[On::TaskLink]).content();
        /// Take referrals in from a file, and take them back.
        ImportReferrals = write("import_referrals", &[On::Lists, On::Site]).content();
        /// List referrals.
        ListReferrals = read("list_referrals", &[On::Lists, On::Site]).content();
        /// Open one referral.
        OpenReferral = read("open_referral", &[On::Referral]).content().break_glass();
        /// Accept a referral, or do not.
        DecideReferral = write("decide_referral", &[On::Referral]).content();
        /// Withdraw a referral.
        WithdrawReferral = write("withdraw_referral", &[On::Referral]).content();
        /// Add a dated note to a referral.
        AddReferralEntry = write("add_referral_entry", &[On::Referral]).content();
        /// See the waiting list.
        ListWaiting = read("list_waiting", &[On::Lists, On::Site]).content();
        /// Take the waiting list out as a file.
        ExportWaiting = read("export_waiting", &[On::Lists, On::Site]).content().step_up();
        /// List families that may be one.
        ListLikeness = read("list_likeness", &[On::Lists, On::Site]).content();
        /// Look at two families that may be one and say whether they are; move somebody from one to the other; undo either.
        SettleLikeness = write("settle_likeness", &[On::Likeness]).content();
        /// List carers' households.
        ListHouseholds = read("list_households", &[On::Lists, On::Site]);
        /// Open one carer's household.
        OpenHousehold = read("open_household", &[On::Household]);
        /// Write down a carer's household.
        RecordHousehold = write("record_household", &[On::Lists, On::Site]);
        /// Change what is written of a household, or close it.
        ChangeHousehold = write("change_household", &[On::Household]);
        /// Say when a household is away and whether it takes a new family.
        SetAvailability = write("set_availability", &[On::Household]);
        /// See who could support a family, in order, with reasons.
        SeeWhoCould = read("see_who_could", &[On::Family]).content();
        /// Offer a family to a household, or say how far it is.
        OfferFamily = write("offer_family", &[On::Family]).content();
        /// Open an offer of a family.
        OpenOffer = read("open_offer", &[On::Offer]).content();
        /// Answer an offer.
        AnswerOffer = write("answer_offer", &[On::Offer]).content();
        /// Decide that a household supports a family, or take an offer back.
        DecideOffer = write("decide_offer", &[On::Offer]).content();
        /// End a match.
        EndMatch = write("end_match", &[On::Match]).content();
        /// Close a family's support: it ends well, with what was achieved named.
        CloseSupport = write("close_support", &[On::Family]).content();
        /// Write down what the authority says of a family later: where each child lives, and times in care.
        RecordAfter = write("record_after", &[On::Family]).content().when_closed();
        /// Let another household stand in, or end that.
        SetCover = write("set_cover", &[On::Match]).content();
        /// Step a family's support up or down.
        StepSupport = write("step_support", &[On::Family]).content();
        /// Plan a review or a support meeting, write it down, or put right what was written.
        HoldReview = write("hold_review", &[On::Family]).content();
        /// Read what a family's record says for a review, and make it into a paper for one reader.
        PrepareReview = read("prepare_review", &[On::Family]).content();
        /// Say what one brings to a review oneself.
        ContributeToReview = write("contribute_to_review", &[On::Family]).content();
        /// Write a session with a family down, or plan one.
        AddSession = write("add_session", &[On::Family]).content();
        /// Read what was written of a session.
        OpenSession = read("open_session", &[On::Session, On::Family]).content().break_glass();
        /// Read what one wrote oneself of a session or a call for help, for a while after one's work with the family ended too.
        OpenOwnText = read("open_own_text", &[On::Lists, On::Site, On::Session, On::Crisis]).content();
        /// Say what became of a planned session, put right what was written, or give a paragraph to one person.
        ChangeSession = write("change_session", &[On::Session]).content();
        /// Say that somebody else's session was read, and sign it.
        CountersignSession = write("countersign_session", &[On::Session]).content().by_another();
        /// Read a family's plan and goals.
        OpenPlan = read("open_plan", &[On::Family]).content().break_glass();
        /// Write another version of a family's plan, mark a goal, agree a next step, or take what somebody of the family says.
        ChangePlan = write("change_plan", &[On::Family]).content();
        /// Say oneself what one thinks of a plan, or sign it.
        AgreePlan = write("agree_plan", &[On::Family]).content();
        /// Agree for the programme that support goes on longer than planned, or do not.
        ApproveExtension = write("approve_extension", &[On::Family]).content();
        /// Agree for the authority that support goes on longer than planned, or do not.
        AgreeExtension = write("agree_extension", &[On::Family]).content();
        /// Raise a concern about somebody of a family, once the numbers to ring were shown.
        RaiseConcern = write("raise_concern", &[On::Family]).content().when_closed();
        /// List concerns, less those that concern whoever asks.
        ListConcerns = read("list_concerns", &[On::Lists, On::Site, On::Family]).content();
        /// Read a concern.
        OpenConcern = read("open_concern", &[On::Concern]).content().break_glass();
        /// Add to a concern: that it was reported, that the writing followed, or more.
        AddToConcern = write("add_to_concern", &[On::Concern]).content().when_closed();
        /// Decide what is done about a concern.
        DecideConcern = write("decide_concern", &[On::Concern]).content().when_closed();
        /// Set which numbers people of a programme area ring, and when.
        SetNumbers = write("set_numbers", &[On::Site]);
        /// Write down a call for help and what was done.
        WriteCrisis = write("write_crisis", &[On::Family]).content();
        /// Read what was written of a call for help.
        OpenCrisis = read("open_crisis", &[On::Crisis, On::Family]).content().break_glass();
        /// Add to a call for help what was done and how it ended.
        AddToCrisis = write("add_to_crisis", &[On::Crisis]).content();
        /// Say that somebody else's account of a call for help was read, and sign it.
        SignCrisis = write("sign_crisis", &[On::Crisis]).content().by_another();
        /// List families.
        ListFamilies = read("list_families", &[On::Lists, On::Site]).content();
        /// Take a list about families out as a file: those somebody works with, a week's visits, what a search found.
        ExportFamilies = read("export_families", &[On::Lists, On::Site]).content().step_up();
        /// Open one family.
        OpenFamily = read("open_family", &[On::Family]).content().break_glass();
        /// See what keeps a family safe: numbers to ring, safe contact, who must not know.
        SeeSafety = read("see_safety", &[On::Family]).content();
        /// Read what was done with a family's record.
        OpenFamilyHistory = read("open_family_history", &[On::Family]).content().break_glass();
        /// See who has looked at a family's record.
        SeeWhoLooked = read("see_who_looked", &[On::Family]);
        /// Open the address of a protected person.
        OpenProtectedAddress = read("open_protected_address", &[On::Address]).content().step_up().with_reason();
        /// Take a family's record out as a file.
        ExportFamily = read("export_family", &[On::Family]).content().step_up();
        /// See one's own part of one's family's record.
        SeeOwnPart = read("see_own_part", &[On::Family, On::Person]).content();
        /// List accounts.
        ListAccounts = read("list_accounts", &[On::Lists, On::Site, On::System]);
        /// Open somebody's account.
        OpenAccount = read("open_account", &[On::Account]);
        /// Invite somebody to have an account.
        InviteAccount = write("invite_account", &[On::Site, On::System]);
        /// Propose a role for an account.
        ProposeRole = write("propose_role", &[On::Account]).step_up();
        /// Confirm a role somebody else proposed.
        ConfirmRole = write("confirm_role", &[On::Grant]).step_up().by_another();
        /// End a role.
        EndRole = write("end_role", &[On::Grant]).step_up().when_closed();
        /// End somebody's sign-in.
        EndSignIn = write("end_sign_in", &[On::Account]).when_closed();
        /// Change how somebody is reached.
        ChangeContact = write("change_contact", &[On::Account]).step_up();
        /// Begin a programme area.
        MakeSite = write("make_site", &[On::System]).step_up();
        /// See a programme area and how it is set up.
        OpenSite = read("open_site", &[On::Site]);
        /// List agreements.
        ListAgreements = read("list_agreements", &[On::Lists, On::Site]);
        /// Record an agreement.
        RecordAgreement = write("record_agreement", &[On::Site]).step_up();
        /// Make a token that acts for a programme area.
        MakeToken = write("make_token", &[On::Site]).step_up();
        /// Ask to open a record urgently, without the usual relation.
        AskBreakGlass = write("ask_break_glass", &[On::Family, On::Referral]).when_closed();
        /// Review an urgent opening by somebody else.
        ReviewBreakGlass = write("review_break_glass", &[On::BreakGlass]).by_another();
        /// List urgent openings.
        ListBreakGlass = read("list_break_glass", &[On::Lists, On::Site]);
        /// See what the service sends to people, without whom it goes to or what it is about.
        ListMessages = read("list_messages", &[On::Lists, On::Site]);
        /// Send something once more that was given up, or a trial to oneself.
        SendAgain = write("send_again", &[On::System]);
        /// Set in which hours people of a programme area are left alone, and which number families ring.
        SetSending = write("set_sending", &[On::Site]);
        /// Set what the support levels of a programme area mean.
        SetLadder = write("set_ladder", &[On::Site]);
        /// Write down that something outside keeps everybody of an area at home for some days.
        SetDisruption = write("set_disruption", &[On::Site]);
        /// Read the headers of the journal, which hold no content.
        ReadJournalHeaders = read("read_journal_headers", &[On::System, On::Site]);
        /// Sign a checkpoint over the journal.
        MakeCheckpoint = write("make_checkpoint", &[On::System]);
        /// Read the figures of the running service.
        ReadMetrics = read("read_metrics", &[On::System]);
    }
}

impl Action {
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
