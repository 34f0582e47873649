## The support level: the ladder as it is shipped

level-0 = Cadw mewn cysylltiad
level-1 = Cymorth ysgafn
level-2 = Cymorth rheolaidd
level-3 = Mwy o gymorth
level-4 = Cymorth dwys
level-other = Lefel { NUMBER($n) }
level-dose-each = Sesiynau bob wythnos: { NUMBER($sessions) }
level-dose-weeks = Sesiynau bob { NUMBER($weeks) } wythnos: { NUMBER($sessions) }
