## What was meant and what took place, week by week

contact-title = Wythnos wrth wythnos
contact-intro = Beth mae’r lefel hon yn ei olygu, a beth ddigwyddodd. Nid yw’r hyn y safodd adolygiad yn ei le, na’r hyn na allai neb wneud dim yn ei gylch, yn cyfrif yn erbyn neb.
contact-sum = Ymweliadau i’w disgwyl yn yr wythnosau hyn: { NUMBER($expected) }. O’r rheini, digwyddodd: { NUMBER($met) }.
contact-bars = Ymweliadau a ddigwyddodd, wythnos wrth wythnos
contact-caption = Y 13 wythnos diwethaf, y ddiweddaraf yn gyntaf
contact-column-week = Wythnos o
contact-column-level = Lefel
contact-column-due = Bwriad
contact-column-done = Digwyddodd
contact-column-else = Beth arall
contact-not-counted = Heb ei chyfrif
contact-not-counted-hint = Ni chaiff wythnos â llai na phedwar diwrnod ar un lefel, neu heb ofalwr maeth, ei chyfrif.
contact-waived = Safodd adolygiad yn ei le: { NUMBER($n) }
contact-excused = Esgusodwyd: { NUMBER($n) }
contact-missed = Heb ddigwydd: { NUMBER($n) }
contact-open = Eto i ddod: { NUMBER($n) }
