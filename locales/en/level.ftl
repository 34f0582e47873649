## The support level: the ladder as it is shipped

level-0 = Staying in touch
level-1 = Light
level-2 = Regular
level-3 = Stepped up
level-4 = Intensive
level-other = Level { NUMBER($n) }
level-dose-each = Sessions each week: { NUMBER($sessions) }
level-dose-weeks = Sessions every { NUMBER($weeks) } weeks: { NUMBER($sessions) }
