## The plan as it is read

plan-title = Family plan
plan-none-title = There is no plan yet
plan-none = It comes from a planning meeting with the family: what each of them wants, in their own words, who helps with what, and until when.
plan-none-yet-supported = A plan is made once a carer supports the family.
plan-version-by = Version { NUMBER($n) } · { $on } · { $name }
plan-earlier = This is an earlier version. Another one stands now.
plan-newest = Read the one that stands now
plan-goals = What we want
plan-goal-whose = { $name } wants
plan-support = Support, and how often
plan-needs = Areas
plan-wishes = What each child wants to happen
plan-wish-of = { $name } wants this to happen
plan-hard-time = When things are hard: who does what
plan-more = What else we agreed
plan-change = What is different from the version before, and why
plan-met-on = Planning meeting
plan-ends = Support is planned until
plan-ends-first = Planned at first until
plan-when = When
plan-often-daily = Every day
plan-often-twice-weekly = Twice a week
plan-often-weekly = Once a week
plan-often-fortnightly = Every two weeks
plan-often-monthly = Once a month
plan-often-as-needed = When it is needed
plan-versions = All versions
plan-version = Version { NUMBER($n) }
plan-paper = Take it with you (PDF)
plan-on-family = Plan and goals

## Writing a version

plan-write-title = Write the plan
plan-write-next = Write the next version
plan-write-intro = One page for the family, the carer and everybody who helps. Every version is kept as it was, so you can change anything.
plan-write-met = Day of the planning meeting
plan-write-end = Support is planned until
plan-write-end-hint = The latest day a plan can say is { $latest }. For longer, ask for more time on the plan’s own page.
plan-write-goals-hint = Each goal belongs to one person, in their own words. Leave a box empty if there is no goal for it.
plan-write-goal = Goal { NUMBER($n) }
plan-write-goal-owner = Whose goal
plan-write-goal-words = In their words
plan-write-goal-need = Area it is about
plan-write-goal-no-need = None of these
plan-write-goal-mark = How near is it today, from 0 to 10?
plan-write-goal-mark-hint = 0 is not at all, 10 is just as they want it. They choose.
plan-write-goal-choose = Choose
plan-write-goal-add = Add another goal
plan-write-goal-remove = Take this goal out
plan-write-support-hint = Choose how often for each kind that is part of the plan, and leave the others empty.
plan-write-not-part = Not part of the plan
plan-write-wish = What { $name } wants to happen
plan-write-hard-time-hint = Who rings whom, who comes, what helps. Somebody may read it on a bad night.
plan-write-change-hint = For whoever signed the version before.
plan-sees = the family, and everybody named in the plan
plan-write-save = Save this version
plan-saved = The plan is saved. Now each person can say what they think of it.

## What is wrong with it

plan-problem-met = Say on which day the planning meeting was.
plan-problem-met-to-come = { $on } is to come. Write the plan once the meeting has been.
plan-problem-met-early = The family was referred on { $earliest }. The meeting cannot have been before that.
plan-problem-end = Say until when support is planned.
plan-problem-end-outside = Support can be planned to end between { $from } and { $to }.
plan-problem-not-supported = A plan is made once a carer supports the family.
plan-problem-no-goal = Write at least one goal. It can be a small one.
plan-problem-goals-many = There can be { NUMBER($max) } goals at most. Fewer are easier to follow.
plan-problem-goal-words = Write the goal in their words, or take it out.
plan-problem-goal-owner = Choose whose goal it is.
plan-problem-goal-mark = A mark is a whole number from 0 to 10.
plan-problem-goal-no-mark = Ask how near it is today, from 0 to 10.
plan-problem-goal-not-its = This goal is not open in the plan any more. Take it out, or write it as a new one.
plan-problem-stranger = Somebody named is not of this family.
plan-problem-no-support = Choose at least one kind of support and how often.
plan-problem-change = Say what is different, and why.
plan-problem-overtaken = While you wrote, somebody else saved version { NUMBER($n) }. What they changed stands below, and what you wrote is still in the boxes. Put both together, then save.

## Two versions side by side

plan-compare-title = What changed
plan-compare-caption = Version { NUMBER($one) } and version { NUMBER($other) } side by side
plan-compare-what = Part of the plan
plan-compare-same = Nothing is different but who wrote it.
plan-compare-none = Not said
plan-compare-with = What changed since version { NUMBER($n) }

## What people say to it

plan-views-title = What people say to this version
plan-views-none = Nobody has said anything to this version yet.
plan-views-waiting = Not heard yet: { $names }
plan-stance-agrees = Agrees
plan-stance-disagrees = Does not agree with all of it
plan-stance-comments = Says something to it
plan-view-by = { $name } · { $on }
plan-view-beside = { $name } · { $on } · beside them: { $beside }
plan-sign-title = Say what you think of the plan
plan-sign-who-title = Who says something about the plan?
plan-sign-who-intro = Each person says it for themselves. Hand them the phone.
plan-sign-me = I do, from my own account
plan-sign-said = Has said
plan-sign-not-yet = Not yet
plan-sign-intro = This is the plan as it stands. You can agree, you can say what you do not agree with, and both stay beside it. Nobody is cross with you for it.
plan-sign-stance = What do you think?
plan-sign-stance-agrees = I agree with it
plan-sign-stance-disagrees = I do not agree with all of it
plan-sign-stance-comments = I want to say something first
plan-sign-words = In your words
plan-sign-words-hint = What is right, what is not, what is missing.
plan-sign-send = Send
plan-sign-act = Sign, or say what you think
plan-viewed = Thank you. What you think stands beside the plan.
plan-problem-stance = Choose one answer.
plan-problem-nothing-said = Write what you want to say.
plan-problem-not-newest = Another version stands now: version { NUMBER($n) }. Read that one first.
plan-problem-who = Choose who says something.

## More time

plan-extend-title = More time than planned
plan-extend-intro = Support ends on { $end } as planned. If the family needs longer, say until when, and why.
plan-extend-rule = Up to three months more the programme manager agrees. Past { $alone } the authority agrees too.
plan-extend-to = Until
plan-extend-reason = Why
plan-extend-reason-hint = What is still to be done, and what the family says.
plan-extend-send = Ask for more time
plan-extend-act = Ask for more time
plan-extend-asked = { $name } asked on { $on } for support until { $to }.
plan-extend-stage-asked = Waits for an answer
plan-extend-stage-agreed = Agreed
plan-extend-stage-not-agreed = Not agreed
plan-extend-programme = The programme
plan-extend-authority = The authority
plan-extend-has-agreed = Agreed on { $on }
plan-extend-has-not-agreed = Not agreed on { $on }
plan-extend-is-asked = Asked
plan-extend-not-asked = Need not be asked
plan-extend-yes = Agree
plan-extend-no = Do not agree
plan-extend-no-words = Why not
plan-extend-sent = The question is sent. The end stays as planned until it is answered.
plan-extend-answered = Your answer is saved.
plan-problem-extend-to = Say until when.
plan-problem-extend-outside = More time can be asked for from { $from } to { $latest }.
plan-problem-extend-waits = Somebody has asked already, and it waits for an answer.
plan-problem-extend-reason = Say why.
plan-problem-extend-answered = This was answered already.
plan-problem-extend-no-plan = There is no plan yet that could go on for longer.

## Asked for on first pages, and on paper

plan-asked-mine = The plan waits for you: say what you think of it
plan-asked-quiet = Has not said yet what they think of the plan: { $names }
plan-asked-longer = Support until { $to }: say whether you agree
plan-asked-waits = Waits for you
plan-papers-intro = Each holds one person’s own goals and what they have agreed to, in the language they read, with their name on every page.
