## Nodau

goal-title = Nodau
goal-none = Dim nodau eto. Maen nhw’n dod gyda’r cynllun.
goal-open = Nodau nawr
goal-over = Nodau sydd ar ben
goal-whose = Nod: { $name }
goal-now = { NUMBER($mark) } allan o 10
goal-since = { NUMBER($mark) } allan o 10 ar { $on }
goal-drawn = { NUMBER($mark) } allan o 10
goal-not-marked = Heb ei farcio eto
goal-movement-up = Yn nes nag ar y dechrau
goal-movement-same = Mor agos ag ar y dechrau
goal-movement-down = Yn anoddach nag ar y dechrau
goal-on-family = { $name }: { $words }
goal-marks-title = Pob marc
goal-marks-day = Diwrnod
goal-marks-mark = Marc
goal-ended-reached = Wedi’i gyrraedd ar { $on }
goal-ended-changed = Daeth nod arall yn ei le ar { $on }
goal-ended-let-go = Gollyngwyd ar { $on }

## Sut mae pethau nawr

# term
goal-mark-title = Sut mae pethau nawr?
goal-mark-intro = 0 yw ddim o gwbl. 10 yw yn union fel rydych chi eisiau. Gwasgwch rif: mae’n cael ei gadw ar unwaith.
goal-mark-legend = Pa mor agos yw hi heddiw?
goal-mark-on = Roedd hi ar ddiwrnod arall
goal-mark-on-day = Ar ba ddiwrnod
goal-mark-on-hint = Llenwch hwn yn gyntaf, yna gwasgwch y rhif. Gwag yw heddiw.
goal-mark-words = Yn eu geiriau nhw
goal-mark-words-hint = Beth sy’n wahanol? Beth helpodd? Ysgrifennwch hyn yn gyntaf, os ydyn nhw eisiau dweud rhywbeth.
# term
goal-mark-act = Sut mae pethau nawr?
goal-marked = Wedi’i gadw.
goal-marked-up = Wedi’i gadw. Yn nes na’r tro diwethaf.
goal-marked-same = Wedi’i gadw. Mor agos â’r tro diwethaf.
goal-marked-down = Wedi’i gadw. Yn anoddach na’r tro diwethaf. Mae hynny’n digwydd. Beth fyddai’n helpu?
goal-sees = pwy bynnag sy’n cefnogi’r teulu, a phwy bynnag sydd biau’r nod

## Camau nesaf

goal-steps = Camau nesaf
goal-steps-past = Camau sydd ar ben
goal-step-who-due = { $who } · erbyn { $due }
goal-step-none = Dim cam nesaf eto.
goal-step-words = Beth yw’r cam bach nesaf?
goal-step-doer = Pwy sy’n ei wneud
goal-step-due = Erbyn pryd
goal-step-add = Ychwanegu’r cam nesaf hwn
goal-step-line = { $words } · { $who }
goal-step-line-due = { $words } · { $who } · erbyn { $due }
goal-step-done = Wedi’i wneud
goal-step-drop = Dim ei angen mwyach
goal-step-again = Agor eto
goal-step-stage-done = Wedi’i wneud
goal-step-stage-dropped = Dim ei angen mwyach
goal-step-saved = Mae’r cam nesaf wedi’i gadw.
goal-step-set = Wedi’i gadw.
goal-helper-carer = Y gofalwr maeth
goal-helper-family-worker = Gweithiwr cymdeithasol y teulu
goal-helper-programme = Tîm y rhaglen
goal-helper-somebody-else = Rhywun arall

## Diwedd nod

goal-end-title = Mae’r nod hwn ar ben
goal-end-how = Sut daeth i ben?
goal-end-how-reached = Mae wedi’i gyrraedd
goal-end-how-changed = Daeth nod arall yn ei le
goal-end-how-let-go = Nid yw’n bwysig mwyach
goal-end-words = Beth fyddech chi’n ei ddweud amdano?
goal-end-act = Mae’r nod hwn ar ben
goal-end-send = Cadw
goal-ended = Wedi’i gadw. Mae’r nod yn aros yma i’w weld.

## Beth sydd o’i le

goal-problem-mark = Rhif cyfan o 0 i 10 yw’r marc.
goal-problem-to-come = Mae { $on } eto i ddod. Dywedwch sut mae pethau heddiw.
goal-problem-early = Gosodwyd y nod ar { $since }. Dewiswch ddiwrnod o hynny ymlaen.
goal-problem-ended = Daeth y nod hwn i ben ar { $on }.
goal-problem-doer = Dewiswch pwy sy’n ei wneud.
goal-problem-words = Ysgrifennwch beth sydd i’w wneud.
goal-problem-many = Mae { NUMBER($max) } o gamau nesaf yn barod. Gorffennwch neu tynnwch un yn gyntaf.
goal-problem-due = Dewiswch ddiwrnod rhwng { $from } a { $to }.
goal-problem-how = Dewiswch sut daeth i ben.
goal-problem-changed = Mae rhywun wedi newid y nod hwn yn y cyfamser. Edrychwch arno fel y mae nawr, a chadwch eto.
