## Stepping in

handover-act = If you step in
handover-carer-act = If you step in for them
handover-family-title = If you step in: { $family }
handover-carer-title = If you step in for { $carers }
handover-made = What { $reader } may see, { $when }
handover-now = Now
handover-ring = Numbers to ring
handover-calls = Calls for help that are open
handover-call-open = Nobody has said how it ended
handover-hard-time-none = The plan does not say yet what to do when things are hard. Ring one of the numbers above.
handover-hard-time-withheld = The plan is for those who work with the family. Ring one of the numbers above.
handover-due = Due in the next seven days
handover-due-none = Nothing is due in the next seven days.
handover-visits = The last visits
handover-others =
    { $n ->
        [one] One more family of theirs is not open to you.
       *[other] { NUMBER($n) } more families of theirs are not open to you.
    }

## A family on two pages

handover-summary-act = Summary on two pages (PDF)
handover-summary-title = Summary: { $family }
handover-person = { $name } · { $who }
handover-more = And more: { NUMBER($n) }
handover-goal-marks = { $first } at first, { $now } now ({ $on })
handover-goal-mark = { $now } ({ $on })
handover-weeks = The last { NUMBER($n) } weeks
handover-calls-count = In the last 13 weeks: { NUMBER($n) }
handover-last-review = What the last review decided
