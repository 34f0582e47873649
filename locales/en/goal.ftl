## Goals

goal-title = Goals
goal-none = No goals yet. They come with the plan.
goal-open = Goals now
goal-over = Goals that are over
goal-whose = { $name } wants
goal-now = { NUMBER($mark) } of 10
goal-since = { NUMBER($mark) } of 10 on { $on }
goal-drawn = { NUMBER($mark) } of 10
goal-not-marked = Not marked yet
goal-movement-up = Nearer than at first
goal-movement-same = As near as at first
goal-movement-down = Harder than at first
goal-on-family = { $name }: { $words }
goal-marks-title = All marks
goal-marks-day = Day
goal-marks-mark = Mark
goal-ended-reached = Reached on { $on }
goal-ended-changed = Another goal took its place on { $on }
goal-ended-let-go = Let go on { $on }

## Where are things now

goal-mark-title = Where are things now?
goal-mark-intro = 0 is not at all. 10 is just as you want it. Press a number: it is saved at once.
goal-mark-legend = How near is it today?
goal-mark-on = It was on another day
goal-mark-on-day = On which day
goal-mark-on-hint = Fill it in first, then press the number. Empty means today.
goal-mark-words = In their words
goal-mark-words-hint = What is different? What helped? Write it first, if they want to say something.
goal-mark-act = Where are things now?
goal-marked = Saved.
goal-marked-up = Saved. Nearer than last time.
goal-marked-same = Saved. As near as last time.
goal-marked-down = Saved. Harder than last time. That happens. What would help?
goal-sees = whoever supports the family, and whoever the goal belongs to

## Next steps

goal-steps = Next steps
goal-steps-past = Steps that are over
goal-step-who-due = { $who } · until { $due }
goal-step-none = No next step yet.
goal-step-words = What is the next small step?
goal-step-doer = Who does it
goal-step-due = Until when
goal-step-add = Add this next step
goal-step-line = { $words } · { $who }
goal-step-line-due = { $words } · { $who } · until { $due }
goal-step-done = Done
goal-step-drop = Not needed any more
goal-step-again = Open again
goal-step-stage-done = Done
goal-step-stage-dropped = Not needed any more
goal-step-saved = The next step is saved.
goal-step-set = Saved.
goal-helper-carer = The carer
goal-helper-family-worker = The family’s social worker
goal-helper-programme = The programme team
goal-helper-somebody-else = Somebody else

## The end of a goal

goal-end-title = This goal is over
goal-end-how = How did it end?
goal-end-how-reached = It is reached
goal-end-how-changed = Another goal took its place
goal-end-how-let-go = It does not matter any more
goal-end-words = What would you say to it?
goal-end-act = This goal is over
goal-end-send = Save
goal-ended = Saved. The goal stays here to be seen.

## What is wrong

goal-problem-mark = A mark is a whole number from 0 to 10.
goal-problem-to-come = { $on } is to come. Say how things are today.
goal-problem-early = The goal was set on { $since }. Choose a day from then on.
goal-problem-ended = This goal ended on { $on }.
goal-problem-doer = Choose who does it.
goal-problem-words = Write what is to be done.
goal-problem-many = There are { NUMBER($max) } next steps already. Finish or drop one first.
goal-problem-due = Choose a day between { $from } and { $to }.
goal-problem-how = Choose how it ended.
goal-problem-changed = Somebody has changed this goal meanwhile. Look at it as it stands now, and save again.
