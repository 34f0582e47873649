## What was meant and what took place, week by week

contact-title = Week by week
contact-intro = What this level means, and what took place. What a review stood in for and what nobody could help is counted against nobody.
contact-sum = Visits to be expected in these weeks: { NUMBER($expected) }. Of them took place: { NUMBER($met) }.
contact-bars = Visits that took place, week by week
contact-caption = The last 13 weeks, the newest first
contact-column-week = Week from
contact-column-level = Level
contact-column-due = Meant
contact-column-done = Took place
contact-column-else = What else
contact-not-counted = Not counted
contact-not-counted-hint = A week with fewer than four days at one level, or without a carer, is not counted.
contact-waived = A review stood in for it: { NUMBER($n) }
contact-excused = Excused: { NUMBER($n) }
contact-missed = Did not take place: { NUMBER($n) }
contact-open = Still to come: { NUMBER($n) }
