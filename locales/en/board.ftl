## The families of a list

board-at-level = With a carer, level: { $level }
board-supported = With support now
board-between = Between two carers
board-between-one = Between two carers
board-longer = More time was asked for
board-ending = Support ends soon
board-none = No family stands so today.
board-visits = Visits
board-visits-last = Last: { $on }
board-visits-next = Next: { $on }
board-last-visit = Last visit
board-next-visit = Next visit
board-review-by = Next review
board-planned-end = Support planned until
board-asked = Asked of you
board-asked-answer = More information was asked for: answer on the referral

## Taking a list out

board-file-csv = Download as CSV
board-file-excel = Download for a spreadsheet
board-file-hint = The file holds names. Keep it where only people who work with these families can open it, and delete it when you no longer need it.
board-means-reference = What people say aloud for the family
board-means-family = How staff call the family
board-means-stage = Where the newest referral stands
board-means-level = How much support the family has today
board-means-last = The day of the last visit that took place
board-means-next = The first day for which a visit is planned
board-means-review = By when the next review is to be held
board-means-end = The last day of support, as the plan says
board-means-asked = What the person who took this list out is asked to do
board-means-carer = The carers of one household
board-means-intended = How many visits the level means this week
board-means-done = How many visits took place this week, meant or not
board-means-waived = For how many a review or meeting stood in
board-means-excused = How many did not take place for a reason nobody is counted against
board-means-missed = How many did not take place otherwise
board-means-open = How many are still to come this week
board-means-to-sign = How many visits and calls for help wait for a signature
board-means-day = The day of the visit
board-means-kind = What kind of support it was
board-means-by = Who wrote it down or planned it
board-means-state = Whether it took place, is planned, or did not take place
board-means-minutes = How long it was

## The board of an area

board-title = The programme today
board-decide = What needs a decision
board-decide-none = Nothing waits for a decision.
board-due = Reviews and levels by today
board-due-none = No review is due, and no level has come to its end.
board-families = Families by where they stand
board-families-means = A family with support is at one level or between two carers. It can also be among those for whom more time was asked, or whose support ends soon.
board-referred = Referred
board-referred-means = Referrals nobody has decided
board-waiting = Waiting for a carer
board-waiting-means = Accepted, and not matched yet
board-at-level-means = Families with a carer, at this level today
board-between-means = Support goes on, and no carer has the family now
board-longer-means = An answer about more time is waited for
board-ending-means = The plan says support ends within eight weeks, or should have ended

## The week of whoever supervises

board-week-title = My carers this week
board-week-from = Week from { $monday }
board-week-nobody = You supervise no carer’s household yet. When one is given to you, its families stand here.
board-week-overdue-none = Nothing is overdue.
board-week-sign = For your signature
board-week-sign-none = Nothing waits for your signature.
board-week-carers = Carers, by name
board-week-no-families = No family in their places now.
board-week-with = This week with { $carers }
board-week-visits = Visits this week
board-week-next = Next visit planned
board-week-no-next = None planned
board-week-due = Meant: { NUMBER($n) }
board-week-done = Took place: { NUMBER($n) }
board-week-review-planned = Planned for { $on }
