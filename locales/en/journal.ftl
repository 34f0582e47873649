## The journal as people see it

journal-title = Journal
journal-intro = Every opening and every change. Entries cannot be edited or taken out.
journal-intro-auditor = Headers only: who, what, when and why. What was written is not shown.
journal-empty = No entries
journal-caption = Entries of the journal, the latest first
journal-column-when = When
journal-column-who = Who
journal-column-role = As
journal-column-relation = Relation
journal-column-what = What
journal-column-record = Record
journal-column-why = Why
journal-column-book = Book
journal-column-number = Number
journal-book-family = Family
journal-book-carer = Carer
journal-book-site = Programme area
journal-book-actor = Person
journal-book-allegation = Allegation
journal-filter-person = Person
journal-filter-record = Record
journal-filter-from = From
journal-filter-to = To
journal-verify-hint = The administrator can check the whole journal with the command susd verify.
journal-checkpoint-last = Last checkpoint { $when }
journal-checkpoint-none = No checkpoint yet

## Why

journal-reason-none = No reason needed
journal-reason-work = Part of their work
journal-reason-own = Their own record
journal-reason-break-glass = Emergency access
journal-reason-visit = To visit today
journal-reason-safety = To keep somebody safe
journal-reason-post = To send a letter
journal-reason-correct = To put it right
journal-reason-danger = A child or adult may be in danger now
journal-reason-out-of-hours = The people who know the family cannot be reached
journal-reason-court = A court or the police ask, and it cannot wait
journal-reason-audit = Looking into who opened a record
journal-reason-refused = Refused

## What was done, one sentence for each action. The name stands in a column of its own.

journal-action-see-public-page = Opened a public page
journal-action-sign-in = Signed in
journal-action-read-health = Asked whether the service is well
journal-action-see-home = Opened the first page
journal-action-see-own-account = Opened their own account
journal-action-change-own-account = Changed their own account
journal-action-end-own-sign-in = Signed out
journal-action-review-words = Opened the draft translations
journal-action-search-people = Searched for people
journal-action-refer = Referred a family
journal-action-list-referrals = Opened the list of referrals
journal-action-open-referral = Opened the referral
journal-action-decide-referral = Decided the referral
journal-action-withdraw-referral = Withdrew the referral
journal-action-add-referral-entry = Added an entry to the referral
journal-action-list-waiting = Opened the waiting list
journal-action-export-waiting = Downloaded the waiting list
journal-action-list-families = Opened the list of families
journal-action-open-family = Opened the family’s page
journal-action-open-family-history = Opened the family’s history
journal-action-see-who-looked = Looked at who has looked
journal-action-open-protected-address = Opened a protected address
journal-action-export-family = Took the family’s record out
journal-action-see-own-part = Opened their own part
journal-action-see-safety = Opened the safety facts
journal-action-list-accounts = Opened the list of people
journal-action-open-account = Opened an account
journal-action-invite-account = Invited a person
journal-action-propose-role = Proposed a role
journal-action-confirm-role = Confirmed a role
journal-action-end-role = Ended a role
journal-action-end-sign-in = Ended somebody’s sign-in
journal-action-change-contact = Changed how somebody is reached
journal-action-open-site = Opened the programme area
journal-action-list-agreements = Opened the list of agreements
journal-action-record-agreement = Recorded an agreement
journal-action-make-token = Made a token for another system
journal-action-ask-break-glass = Asked for emergency access
journal-action-review-break-glass = Reviewed emergency access
journal-action-list-break-glass = Opened the list of emergency access
journal-action-read-journal-headers = Read headers of the journal
journal-action-make-checkpoint = Made a checkpoint of the journal
journal-action-read-metrics = Read the figures of the service
journal-refused = Refused: { $what }

## Kinds of record

journal-object-public = Public page
journal-object-own = Their own
journal-object-lists = A list
journal-object-system = The service
journal-object-site = Programme area
journal-object-family = Family
journal-object-referral = Referral
journal-object-person = Person
journal-object-account = Account
journal-object-address = Address
journal-object-grant = Role
journal-object-break-glass = Emergency access
journal-who-as = { $who }, { $role }
journal-reason-collect = To collect a child or bring one home
journal-reason-letter = To send a letter
journal-reason-emergency = Somebody may be in danger
