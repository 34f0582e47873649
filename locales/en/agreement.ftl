## Information sharing agreements

agreement-one = Information sharing agreement
agreement-list-title = Information sharing agreements
agreement-list-intro = An agreement in force lets the authority and the charity see one family’s work together. Without one, access closes.
agreement-list-empty = No agreement is recorded. Families cannot be referred until one is.
agreement-list-caption = Agreements, the latest first
agreement-title = Agreement: { $site }
agreement-parties = Parties
agreement-from = In force from
agreement-to = Last day
agreement-purposes = Purposes
agreement-purpose-support = Supporting families
agreement-purpose-safeguarding = Keeping children safe
agreement-purpose-evaluation = Learning what works
agreement-purpose-funding = Reporting to funders, without names
agreement-categories = Kinds of information
agreement-category-referral = Referrals
agreement-category-family = Families and people
agreement-category-plan = Plans and goals
agreement-category-session = Visits and sessions
agreement-category-stay = Short breaks
agreement-category-concern = Concerns
agreement-category-measure = Questionnaires
agreement-signed-by = Signed by
agreement-review-on = To be reviewed
agreement-state = State
agreement-state-none = No agreement
agreement-state-not-yet = Not in force yet
agreement-state-in-force = In force
agreement-state-wind-down = Ended, access is closing
agreement-state-lapsed = Ended
agreement-ends-in =
    { $days ->
        [one] Ends in { $days } day
       *[other] Ends in { $days } days
    }
agreement-warning-title = This agreement ends soon
agreement-warning-body = Renew it before { $day-short }. On the next day no family can be referred, matched or exported, and the charity’s access begins to close.
agreement-wind-down-title = The agreement has ended
agreement-wind-down-body = People who already work with a family keep phone numbers, safety facts and break cards until { $day-short }. Everything else of the charity is closed.
agreement-lapsed-body = The authority keeps its part. What is recorded now stays sealed until an agreement is in force again.
agreement-record-title = Record an agreement
agreement-record-send = Record the agreement
agreement-recorded = The agreement is recorded.
agreement-problem-from = Enter the first day
agreement-problem-to = Enter the last day
agreement-problem-order = The last day must be after the first
agreement-problem-purposes = Choose at least one purpose
agreement-problem-categories = Choose at least one kind of information
agreement-problem-overlap = Another agreement covers some of these days
agreement-problem-signed = Enter who signed for each party

## The programme area

agreement-site-title = Programme area: { $site }
agreement-site-authority = Authority
agreement-site-nation = Nation
agreement-site-none = No programme area is open to you.

agreement-seen-by = Who may see: { $category }
agreement-seen-by-hint = Below, choose who may see each kind you choose here.
agreement-category-line = { $category }: { $roles }
agreement-problem-seen-by = Choose who may see: { $category }
agreement-signed-authority = Signed for the authority by
agreement-signed-charity = Signed for the charity by
agreement-signed-hint = Their office, such as Director of Children’s Services. Their name is on the signed paper.
agreement-signed-on-authority = Day signed for the authority
agreement-signed-on-charity = Day signed for the charity
agreement-signature = { $office }, { $day-short }
agreement-problem-signed-authority = Enter who signed for the authority
agreement-problem-signed-charity = Enter who signed for the charity
agreement-problem-signed-on-authority = Enter the day it was signed for the authority
agreement-problem-signed-on-charity = Enter the day it was signed for the charity
agreement-problem-signed-future = The day it was signed must be today or earlier
agreement-problem-review = Enter the day it is to be reviewed
agreement-problem-review-before = It must be reviewed on or after its first day
agreement-problem-office-long = Use { NUMBER($max) } characters or fewer for who signed
agreement-column-site = Programme area
agreement-dates = { $from } to { $to }
