## The list

# term
household-list-title = Gofalwyr maeth
household-list-intro = Mae gofalwr maeth yn cefnogi hyd at bedwar teulu ar y tro. Mae pob cerdyn yn dangos lleoedd un cartref.
household-list-free = Lleoedd ar gael: { NUMBER($free) } o { NUMBER($places) }
household-list-empty-title = Dim gofalwyr maeth eto
household-list-empty-text = Bydd gofalwyr maeth yma gyda’u pedwar lle. Cofnodwch y cartref cyntaf, a gellir paru teuluoedd ag ef.
# term
household-place-free = Lle ar gael
household-place-family = Teulu
household-place-begins = O { $on }

## One household

household-one = Cartref y gofalwr maeth
# term
household-carers = Gofalwyr maeth
household-adults = Oedolion eraill sy’n byw yno
household-adults-none = Neb arall
household-supervisor = Gweithiwr cymdeithasol goruchwyliol
household-supervisor-none = Neb eto
household-approval = Wedi cymeradwyo
household-approval-from = Cymeradwywyd o
household-approval-to = Cymeradwywyd tan
household-approval-span = O { $from } tan { $to }
household-approval-open = O { $from }, heb ddyddiad gorffen
household-approval-ended = Daeth y gymeradwyaeth i ben { $on }
# term
household-terms = Telerau cymeradwyo
household-terms-children = Plant ar y tro: { NUMBER($n) }
household-terms-ages = Oedrannau: { NUMBER($from) } i { NUMBER($to) }
household-terms-none = Nid oes mwy wedi’i nodi
household-places = Lleoedd i deuluoedd
household-weekends = Penwythnosau ar gynnig bob mis
household-languages = Ieithoedd maen nhw’n eu siarad
household-skills = Meysydd maen nhw’n eu hadnabod yn dda
household-none = Heb ei gofnodi
household-postcode = Cod post
household-home = Am y cartref
household-preferences = Beth fyddai’n well ganddyn nhw, a beth na fyddai
household-ready = Teulu newydd
household-ready-now = Yn barod nawr
household-ready-from = Yn barod o { $on }
household-ready-not-now = Ddim nawr
household-away = I ffwrdd
household-away-none = Nid oes amser i ffwrdd wedi’i drefnu
household-away-span = { $from } i { $to }
household-away-now = I ffwrdd tan { $on }
household-away-why-holiday = Gwyliau
household-away-why-unwell = Ddim yn dda
household-away-why-training = Hyfforddiant
household-away-why-own-family = Rhywbeth yn eu teulu eu hunain
household-away-why-other = Rhywbeth arall
household-away-take-back = Ddim i ffwrdd wedi’r cyfan
household-families = Teuluoedd
household-closed = Ddim yn cymryd rhan mwyach ers { $on }

## Writing a household down

household-new-title = Cofnodi cartref gofalwr maeth
household-change-title = Newid yr hyn sydd wedi’i gofnodi
household-form-intro = Dim ond yr hyn sydd ei angen i ddod o hyd i’r gofalwr maeth iawn i deulu. Mae cofnod yr awdurdod ei hun o’r gofalwr maeth yn aros lle mae.
household-form-who-sees = Y gofalwyr maeth eu hunain, eu gweithiwr cymdeithasol goruchwyliol, y rheolwr tîm, yr arweinydd diogelu a thîm y rhaglen yn yr ardal hon.
household-form-site = Ardal y rhaglen
household-form-carer-one = Gofalwr maeth cyntaf
household-form-carer-two = Ail ofalwr maeth
household-form-carer-two-hint = Lle mae cwpl wedi’u cymeradwyo gyda’i gilydd. Maen nhw’n rhannu’r un pedwar lle.
household-form-name = Enw llawn
household-form-account = Eu cyfrif
household-form-account-hint = Gyda chyfrif mae gofalwr maeth yn gweld y cynigion a wneir iddyn nhw a’r teuluoedd maen nhw’n eu cefnogi.
household-form-account-none = Dim cyfrif eto
household-form-adults-hint = Un enw ar bob llinell.
household-form-approved-to-hint = Gadewch yn wag os nad oes dyddiad gorffen.
household-form-children-max = Faint o blant ar y tro
household-form-ages-from = Ieuengaf, mewn blynyddoedd
household-form-ages-to = Hynaf, mewn blynyddoedd
household-form-terms-hint = Beth mae’r gymeradwyaeth yn ei ddweud, os yw’n dweud mwy: plant wedi’u henwi, dim babanod, ac ati.
household-form-places-hint = Pedwar teulu ar y tro ar y mwyaf. Gall gofalwr maeth ddechrau gyda llai.
household-form-languages-hint = Ticiwch bob iaith y gall un ohonyn nhw ei siarad â theulu.
household-form-skills-hint = Drwy hyfforddiant, neu o’u profiad eu hunain.
household-form-postcode-hint = I weld pa mor bell yw hi at deulu. Nid yw’n cael ei ddangos i deuluoedd.
household-form-home-hint = Anifeiliaid anwes, gardd, grisiau, pwy sydd gartref yn ystod y dydd.
household-form-send = Cadw
household-made = Mae’r cartref wedi’i gofnodi.
household-changed = Mae’r newidiadau wedi’u cadw.
household-close-title = Ddim yn cymryd rhan mwyach
household-close-intro = Mae’r cartref yn gadael y rhestr. Mae’r hyn a ysgrifennwyd yn aros, ac ni ellir cynnig teulu iddo.
household-close-on = Diwrnod olaf
household-close-send = Tynnu oddi ar y rhestr
household-closed-done = Mae’r cartref oddi ar y rhestr.

## Away, and ready

household-away-title = Dweud pryd rydych i ffwrdd
household-away-title-other = Dweud pryd maen nhw i ffwrdd
household-away-intro = Nid yw neb ar eu colled o fod i ffwrdd. Mae’n helpu i ddod o hyd i rywun i gymryd eu lle.
household-away-from = Diwrnod cyntaf i ffwrdd
household-away-to = Diwrnod olaf i ffwrdd
household-away-why = Pam
household-away-send = Cadw
household-away-set = Wedi’i gadw. Gall tîm y rhaglen ei weld.
household-away-taken = Wedi’i dynnu’n ôl.
household-ready-title = Yn barod am deulu newydd?
household-ready-question = Teulu newydd
household-ready-now-hint = Gellir cynnig teulu o heddiw ymlaen.
household-ready-from-choice = O ddiwrnod penodol
household-ready-from-hint = Dywedwch o bryd.
household-ready-not-now-hint = Ni chynigir teulu nes bod hyn yn cael ei newid.
household-ready-day = O
household-ready-send = Cadw
household-ready-saved = Wedi’i gadw. Gall tîm y rhaglen ei weld.

## What is wrong

household-problem-no-carer = Ysgrifennwch enw o leiaf un gofalwr maeth
household-problem-too-many = Gellir cofnodi hyd at { NUMBER($max) } o bobl mewn un cartref
household-problem-same-account = Mae gan y ddau ofalwr maeth yr un cyfrif: mae gan bob un ei gyfrif ei hun
household-problem-account-elsewhere = Mae’r cyfrif hwn yn perthyn i ofalwr maeth mewn cartref arall
household-problem-account-without-name = Ysgrifennwch enw’r gofalwr maeth sydd â’r cyfrif hwn
household-problem-own-supervisor = Nid yw gofalwr maeth yn goruchwylio eu cartref eu hunain
household-problem-approved-from = Rhowch y diwrnod y dechreuodd y gymeradwyaeth
household-problem-approved-order = Mae’r gymeradwyaeth yn dod i ben cyn iddi ddechrau
household-problem-children = Rhowch faint o blant, 1 neu fwy, neu gadewch yn wag
household-problem-ages = Rhowch ddwy oedran o 0 i 17, yr ieuengaf yn gyntaf, neu gadewch y ddwy’n wag
household-problem-places = Dewiswch rhwng 1 a 4 lle
household-problem-weekends = Dewiswch rhwng 0 a 5 penwythnos
household-problem-postcode = Nid cod post yw hwn
household-problem-site = Dewiswch ardal y rhaglen
household-problem-too-few-places = Nifer y teuluoedd maen nhw’n eu cefnogi nawr: { NUMBER($families) }. Mae hynny’n fwy na’r lleoedd a ddewiswyd
household-problem-has-families = Nifer y teuluoedd maen nhw’n eu cefnogi: { NUMBER($families) }. Dewch o hyd i ofalwr maeth arall i bob un yn gyntaf
household-problem-carer-left-out = Byddai gofalwr maeth sydd â theuluoedd yn colli cyfrif: newidiwch y trefniadau hynny yn gyntaf
household-problem-closed = Nid yw’r cartref hwn yn cymryd rhan mwyach
household-problem-away-order = Mae’r diwrnod olaf i ffwrdd cyn y cyntaf
household-problem-away-from = Rhowch y diwrnod cyntaf i ffwrdd
household-problem-away-to = Rhowch y diwrnod olaf i ffwrdd
household-problem-away-over = Mae’r dyddiau hyn wedi mynd heibio
household-problem-away-long = Blwyddyn ar y tro ar y mwyaf
household-problem-away-already = Maen nhw i ffwrdd yn barod o { $from } i { $to }
household-problem-away-why = Dewiswch pam
household-problem-not-away = Nid yw’r amser hwn i ffwrdd yno mwyach
household-problem-ready = Dewiswch un
household-problem-ready-day = Rhowch y diwrnod y gellir cynnig teulu o’r diwrnod hwnnw ymlaen
household-problem-future = Nid yw’r diwrnod hwn wedi dod eto
household-problem-close-on = Rhowch y diwrnod olaf
household-means-state = A yw’r aelwyd yn derbyn teulu newydd
household-means-places = Faint o deuluoedd y gall eu cefnogi ar unwaith
household-means-free = Faint o’i lleoedd sydd ar gael
household-means-languages = Yr hyn a siaredir yno
household-means-approval = Diwrnod olaf ei chymeradwyaeth, os oes un
