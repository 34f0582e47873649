## Asking

break-glass-title = Emergency access
break-glass-ask-title = Open this record in an emergency
break-glass-ask-intro = You do not work with this family. If somebody’s safety depends on it, you may open the record for four hours.
break-glass-ask-told = The safeguarding lead is told at once, and a second person reviews what you opened.
break-glass-ask-reference = Reference of the record
break-glass-ask-reason = Why you need it
break-glass-ask-reason-hint = Who is in danger, and what you will do with what you read.
break-glass-ask-code-danger = A child or adult may be in danger now
break-glass-ask-code-out-of-hours = The people who know the family cannot be reached
break-glass-ask-code-court = A court or the police ask, and it cannot wait
break-glass-ask-code-audit = Looking into who opened a record
break-glass-ask-send = Open for four hours
break-glass-ask-not-address = It does not open protected addresses.
break-glass-opened = The record is open to you until { $time }.
break-glass-problem-reason = Write why you need it
break-glass-problem-code = Choose the kind of emergency
break-glass-problem-reference = Enter the reference of the record

## The list and the review

break-glass-list-title = Emergency access
break-glass-list-intro = Every time a record was opened in an emergency, and who reviewed it.
break-glass-list-empty = No record was opened in an emergency.
break-glass-list-caption = Emergency access, the latest first
break-glass-column-who = Who
break-glass-column-record = Record
break-glass-column-when = When
break-glass-column-reason = Reason
break-glass-column-review = Review
break-glass-state-open = Open until { $time }
break-glass-state-ended = Ended
break-glass-state-to-review = To be reviewed
break-glass-state-reviewed = Reviewed by { $who }, { $when }
break-glass-review-title = Review emergency access
break-glass-review-intro = Read the reason and what was opened. Was it right?
break-glass-review-opened = What was opened
break-glass-review-opened-nothing = Nothing was opened.
break-glass-review-right = It was right to open it
break-glass-review-wrong = It was not right to open it
break-glass-review-note = What you found
break-glass-review-note-hint = If it was not right, say what happens next.
break-glass-review-send = Save the review
break-glass-reviewed = The review is saved.
break-glass-review-own = You asked for this yourself. Somebody else must review it.
break-glass-problem-finding = Choose whether it was right
break-glass-problem-note = Write what you found
break-glass-alert = { $who } opened record { $reference } in an emergency, { $when }

break-glass-ask-any-title = Open a record in an emergency
break-glass-ask-reference-hint = It begins with F or R, like F-7K3M2QX-8.
break-glass-ask-code = What kind of emergency is it?
break-glass-ask-sees = You, and the people who review emergency access
break-glass-problem-reason-long = Use { NUMBER($max) } characters or fewer
break-glass-filter = Emergency access to show
break-glass-filter-open = Open now
break-glass-filter-reviewed = Reviewed
break-glass-review-question = Was it right to open it?
break-glass-review-first = Somebody else reviewed this first. Their review stands.
break-glass-review-opened-caption = What was done with the record while it was open
break-glass-until = Ran until
