## Y cynllun fel y mae’n cael ei ddarllen

# term
plan-title = Cynllun y teulu
plan-none-title = Does dim cynllun eto
plan-none = Mae’n dod o gyfarfod cynllunio gyda’r teulu: beth mae pob un eisiau, yn eu geiriau eu hunain, pwy sy’n helpu gyda beth, a than pryd.
plan-none-yet-supported = Gwneir cynllun unwaith y bydd gofalwr maeth yn cefnogi’r teulu.
plan-version-by = Fersiwn { NUMBER($n) } · { $on } · { $name }
plan-earlier = Fersiwn gynharach yw hon. Mae un arall yn ei lle erbyn hyn.
plan-newest = Darllen y fersiwn bresennol
plan-goals = Beth rydyn ni eisiau
plan-goal-whose = Nod: { $name }
plan-support = Cymorth, a pha mor aml
plan-needs = Meysydd
plan-wishes = Beth mae pob plentyn eisiau ei weld yn digwydd
plan-wish-of = Dymuniad: { $name }
plan-hard-time = Pan fydd pethau’n anodd: pwy sy’n gwneud beth
plan-more = Beth arall y cytunwyd arno
plan-change = Beth sy’n wahanol i’r fersiwn gynt, a pham
plan-met-on = Cyfarfod cynllunio
plan-ends = Mae cymorth wedi’i gynllunio tan
plan-ends-first = Y cynllun cyntaf: tan
plan-when = Pryd
plan-often-daily = Bob dydd
plan-often-twice-weekly = Ddwywaith yr wythnos
plan-often-weekly = Unwaith yr wythnos
plan-often-fortnightly = Bob pythefnos
plan-often-monthly = Unwaith y mis
plan-often-as-needed = Pan fydd ei angen
plan-versions = Pob fersiwn
plan-version = Fersiwn { NUMBER($n) }
plan-paper = Mynd ag ef gyda chi (PDF)
plan-on-family = Cynllun a nodau

## Ysgrifennu fersiwn

plan-write-title = Ysgrifennu’r cynllun
plan-write-next = Ysgrifennu’r fersiwn nesaf
plan-write-intro = Un dudalen i’r teulu, y gofalwr maeth a phawb sy’n helpu. Cedwir pob fersiwn fel yr oedd, felly gallwch newid unrhyw beth.
plan-write-met = Diwrnod y cyfarfod cynllunio
plan-write-end = Mae cymorth wedi’i gynllunio tan
plan-write-end-hint = Y diwrnod olaf y gall cynllun ei ddweud yw { $latest }. Am fwy o amser, gofynnwch ar dudalen y cynllun ei hun.
plan-write-goals-hint = Mae pob nod yn perthyn i un person, yn eu geiriau nhw. Gadewch flwch yn wag os nad oes nod ar ei gyfer.
plan-write-goal = Nod { NUMBER($n) }
plan-write-goal-owner = Nod pwy
plan-write-goal-words = Yn eu geiriau nhw
plan-write-goal-need = Maes
plan-write-goal-no-need = Dim un o’r rhain
plan-write-goal-mark = Pa mor agos yw hi heddiw, o 0 i 10?
plan-write-goal-mark-hint = 0 yw ddim o gwbl, 10 yw yn union fel y maen nhw eisiau. Nhw sy’n dewis.
plan-write-goal-choose = Dewiswch
plan-write-goal-add = Ychwanegu nod arall
plan-write-goal-remove = Tynnu’r nod hwn allan
plan-write-support-hint = Dewiswch pa mor aml ar gyfer pob math sy’n rhan o’r cynllun, a gadewch y lleill yn wag.
plan-write-not-part = Ddim yn rhan o’r cynllun
plan-write-wish = Beth mae’r plentyn eisiau ei weld yn digwydd: { $name }
plan-write-hard-time-hint = Pwy sy’n ffonio pwy, pwy sy’n dod, beth sy’n helpu. Efallai y bydd rhywun yn ei ddarllen ar noson wael.
plan-write-change-hint = I bwy bynnag a lofnododd y fersiwn gynt.
plan-sees = y teulu, a phawb sydd wedi’u henwi yn y cynllun
plan-write-save = Cadw’r fersiwn hon
plan-saved = Mae’r cynllun wedi’i gadw. Nawr gall pob un ddweud beth maen nhw’n ei feddwl.

## Beth sydd o’i le

plan-problem-met = Dywedwch ar ba ddiwrnod oedd y cyfarfod cynllunio.
plan-problem-met-to-come = Mae { $on } eto i ddod. Ysgrifennwch y cynllun ar ôl y cyfarfod.
plan-problem-met-early = Cafodd y teulu ei atgyfeirio ar { $earliest }. Ni all y cyfarfod fod cyn hynny.
plan-problem-end = Dywedwch tan pryd mae cymorth wedi’i gynllunio.
plan-problem-end-outside = Gall cymorth gael ei gynllunio i orffen rhwng { $from } a { $to }.
plan-problem-not-supported = Gwneir cynllun unwaith y bydd gofalwr maeth yn cefnogi’r teulu.
plan-problem-no-goal = Ysgrifennwch o leiaf un nod. Gall fod yn un bach.
plan-problem-goals-many = { NUMBER($max) } nod yw’r mwyaf. Mae’n haws dilyn llai.
plan-problem-goal-words = Ysgrifennwch y nod yn eu geiriau nhw, neu tynnwch y nod allan.
plan-problem-goal-owner = Dewiswch nod pwy yw hwn.
plan-problem-goal-mark = Rhif cyfan o 0 i 10 yw’r marc.
plan-problem-goal-no-mark = Gofynnwch pa mor agos yw hi heddiw, o 0 i 10.
plan-problem-goal-not-its = Nid yw’r nod hwn yn agored yn y cynllun mwyach. Tynnwch y nod allan, neu ysgrifennwch un newydd.
plan-problem-stranger = Nid yw rhywun a enwir yn perthyn i’r teulu hwn.
plan-problem-no-support = Dewiswch o leiaf un math o gymorth, a pha mor aml.
plan-problem-change = Dywedwch beth sy’n wahanol, a pham.
plan-problem-overtaken = Wrth i chi ysgrifennu, cadwodd rhywun arall fersiwn { NUMBER($n) }. Mae’r hyn a newidiwyd ganddynt isod, ac mae’r hyn a ysgrifennoch chi yn y blychau o hyd. Rhowch y ddau at ei gilydd, yna cadwch.

## Dwy fersiwn ochr yn ochr

plan-compare-title = Beth sydd wedi newid
plan-compare-caption = Fersiwn { NUMBER($one) } a fersiwn { NUMBER($other) } ochr yn ochr
plan-compare-what = Rhan o’r cynllun
plan-compare-same = Does dim yn wahanol ond pwy a’i hysgrifennodd.
plan-compare-none = Heb ei ddweud
plan-compare-with = Beth sydd wedi newid ers fersiwn { NUMBER($n) }

## Beth mae pobl yn ei ddweud

plan-views-title = Beth mae pobl yn ei ddweud am y fersiwn hon
plan-views-none = Does neb wedi dweud dim am y fersiwn hon eto.
plan-views-waiting = Heb glywed eto: { $names }
plan-stance-agrees = Yn cytuno
plan-stance-disagrees = Ddim yn cytuno â’r cyfan
plan-stance-comments = Yn dweud rhywbeth amdano
plan-view-by = { $name } · { $on }
plan-view-beside = { $name } · { $on } · gyda nhw: { $beside }
plan-sign-title = Dweud eich barn am y cynllun
plan-sign-who-title = Pwy sy’n dweud rhywbeth am y cynllun?
plan-sign-who-intro = Mae pob un yn siarad drosto’i hun. Rhowch y ffôn iddyn nhw.
plan-sign-me = Fi, o fy nghyfrif fy hun
plan-sign-said = Wedi dweud
plan-sign-not-yet = Ddim eto
plan-sign-intro = Dyma’r cynllun fel y mae. Gallwch gytuno, gallwch ddweud beth nad ydych yn cytuno ag ef, ac mae’r ddau’n aros wrth ei ymyl. Fydd neb yn flin gyda chi.
plan-sign-stance = Beth ydych chi’n ei feddwl?
plan-sign-stance-agrees = Rydw i’n cytuno
plan-sign-stance-disagrees = Dydw i ddim yn cytuno â’r cyfan
plan-sign-stance-comments = Rydw i eisiau dweud rhywbeth yn gyntaf
plan-sign-words = Yn eich geiriau chi
plan-sign-words-hint = Beth sy’n iawn, beth sydd ddim, beth sydd ar goll.
plan-sign-send = Anfon
plan-sign-act = Llofnodi, neu ddweud eich barn
plan-viewed = Diolch. Mae eich barn wrth ymyl y cynllun.
plan-problem-stance = Dewiswch un ateb.
plan-problem-nothing-said = Ysgrifennwch yr hyn rydych eisiau ei ddweud.
plan-problem-not-newest = Mae fersiwn arall yn ei lle erbyn hyn: fersiwn { NUMBER($n) }. Darllenwch honno yn gyntaf.
plan-problem-who = Dewiswch pwy sy’n dweud rhywbeth.

## Mwy o amser

plan-extend-title = Mwy o amser na’r cynllun
plan-extend-intro = Daw’r cymorth i ben ar { $end } yn ôl y cynllun. Os oes angen mwy ar y teulu, dywedwch tan pryd, a pham.
plan-extend-rule = Hyd at dri mis yn fwy, rheolwr y rhaglen sy’n cytuno. Ar ôl { $alone } mae’r awdurdod yn cytuno hefyd.
plan-extend-to = Tan
plan-extend-reason = Pam
plan-extend-reason-hint = Beth sydd ar ôl i’w wneud, a beth mae’r teulu’n ei ddweud.
plan-extend-send = Gofyn am fwy o amser
plan-extend-act = Gofyn am fwy o amser
plan-extend-asked = Gofynnwyd ar { $on } am gymorth tan { $to }. Pwy ofynnodd: { $name }.
plan-extend-stage-asked = Yn aros am ateb
plan-extend-stage-agreed = Wedi cytuno
plan-extend-stage-not-agreed = Heb gytuno
plan-extend-programme = Y rhaglen
plan-extend-authority = Yr awdurdod
plan-extend-has-agreed = Cytunwyd ar { $on }
plan-extend-has-not-agreed = Ni chytunwyd ar { $on }
plan-extend-is-asked = Wedi gofyn
plan-extend-not-asked = Dim angen gofyn
plan-extend-yes = Cytuno
plan-extend-no = Peidio â chytuno
plan-extend-no-words = Pam ddim
plan-extend-sent = Mae’r cwestiwn wedi’i anfon. Mae’r diwedd yn aros fel y cynllun nes daw ateb.
plan-extend-answered = Mae eich ateb wedi’i gadw.
plan-problem-extend-to = Dywedwch tan pryd.
plan-problem-extend-outside = Gellir gofyn am fwy o amser o { $from } i { $latest }.
plan-problem-extend-waits = Mae rhywun wedi gofyn yn barod, ac mae’n aros am ateb.
plan-problem-extend-reason = Dywedwch pam.
plan-problem-extend-answered = Cafodd hwn ei ateb yn barod.
plan-problem-extend-no-plan = Does dim cynllun eto a allai fynd ymlaen am hirach.

## Asked for on first pages, and on paper

plan-asked-mine = Mae’r cynllun yn aros amdanoch chi: dywedwch beth yw eich barn
plan-asked-quiet = Heb ddweud eto beth yw eu barn am y cynllun: { $names }
plan-asked-longer = Cymorth tan { $to }: dywedwch a ydych chi’n cytuno
plan-asked-waits = Yn aros amdanoch chi
plan-papers-intro = Mae pob un yn dal nodau un person a’r hyn y mae wedi cytuno iddo, yn yr iaith y mae’n ei darllen, gydag enw’r person ar bob tudalen.
