## Asking

break-glass-title = Mynediad brys
break-glass-ask-title = Agor y cofnod hwn mewn argyfwng
break-glass-ask-intro = Nid ydych yn gweithio gyda’r teulu hwn. Os yw diogelwch rhywun yn dibynnu arno, cewch agor y cofnod am bedair awr.
break-glass-ask-told = Mae’r arweinydd diogelu’n cael gwybod ar unwaith, ac mae ail berson yn adolygu’r hyn a agoroch.
break-glass-ask-reference = Cyfeirnod y cofnod
break-glass-ask-reason = Pam mae ei angen arnoch
break-glass-ask-reason-hint = Pwy sydd mewn perygl, a beth fyddwch chi’n ei wneud â’r hyn rydych yn ei ddarllen.
break-glass-ask-code-danger = Gall plentyn neu oedolyn fod mewn perygl nawr
break-glass-ask-code-out-of-hours = Ni ellir cyrraedd y bobl sy’n adnabod y teulu
break-glass-ask-code-court = Mae llys neu’r heddlu’n gofyn, ac ni all aros
break-glass-ask-code-audit = Ymchwilio i bwy agorodd gofnod
break-glass-ask-send = Agor am bedair awr
break-glass-ask-not-address = Nid yw’n agor cyfeiriadau sydd wedi’u diogelu.
break-glass-opened = Mae’r cofnod ar agor i chi tan { $time }.
break-glass-problem-reason = Ysgrifennwch pam mae ei angen arnoch
break-glass-problem-code = Dewiswch y math o argyfwng
break-glass-problem-reference = Rhowch gyfeirnod y cofnod

## The list and the review

break-glass-list-title = Mynediad brys
break-glass-list-intro = Pob tro yr agorwyd cofnod mewn argyfwng, a phwy adolygodd hynny.
break-glass-list-empty = Nid oes cofnod wedi’i agor mewn argyfwng.
break-glass-list-caption = Mynediad brys, y diweddaraf yn gyntaf
break-glass-column-who = Pwy
break-glass-column-record = Cofnod
break-glass-column-when = Pryd
break-glass-column-reason = Rheswm
# term
break-glass-column-review = Adolygiad
break-glass-state-open = Ar agor tan { $time }
break-glass-state-ended = Wedi dod i ben
break-glass-state-to-review = I’w adolygu
break-glass-state-reviewed = Adolygwyd gan { $who }, { $when }
break-glass-review-title = Adolygu mynediad brys
break-glass-review-intro = Darllenwch y rheswm a’r hyn a agorwyd. Oedd hynny’n iawn?
break-glass-review-opened = Beth a agorwyd
break-glass-review-opened-nothing = Ni agorwyd dim.
break-glass-review-right = Roedd yn iawn ei agor
break-glass-review-wrong = Doedd hi ddim yn iawn ei agor
break-glass-review-note = Yr hyn y daethoch o hyd iddo
break-glass-review-note-hint = Os nad oedd yn iawn, dywedwch beth fydd yn digwydd nesaf.
break-glass-review-send = Cadw’r adolygiad
break-glass-reviewed = Mae’r adolygiad wedi’i gadw.
break-glass-review-own = Chi ofynnodd am hyn. Rhaid i rywun arall ei adolygu.
break-glass-problem-finding = Dewiswch a oedd yn iawn
break-glass-problem-note = Ysgrifennwch yr hyn y daethoch o hyd iddo
break-glass-alert = Agorwyd cofnod { $reference } mewn argyfwng gan { $who }, { $when }

break-glass-ask-any-title = Agor cofnod mewn argyfwng
break-glass-ask-reference-hint = Mae’n dechrau ag F neu R, fel F-7K3M2QX-8.
break-glass-ask-code = Pa fath o argyfwng yw e?
break-glass-ask-sees = Chi, a’r bobl sy’n adolygu mynediad brys
break-glass-problem-reason-long = Defnyddiwch { NUMBER($max) } nod neu lai
break-glass-filter = Mynediad brys i’w ddangos
break-glass-filter-open = Ar agor nawr
break-glass-filter-reviewed = Wedi’i adolygu
break-glass-review-question = Oedd hi’n iawn ei agor?
break-glass-review-first = Adolygodd rhywun arall hwn yn gyntaf. Eu hadolygiad nhw sy’n sefyll.
break-glass-review-opened-caption = Yr hyn a wnaed â’r cofnod tra oedd ar agor
break-glass-until = Hyd at
