## Names and states

# term
referral-one = Atgyfeiriad
referral-heading = Atgyfeiriad { $reference }
referral-state = Cyflwr
# term
referral-state-draft = Drafft
referral-state-submitted = Yn aros am benderfyniad
referral-state-information-asked = Wedi gofyn am ragor o wybodaeth
referral-state-waiting = Ar y rhestr aros
referral-state-matched = Wedi’i baru
referral-state-closed = Daeth y cymorth i ben
referral-state-not-accepted = Heb ei dderbyn
referral-state-withdrawn = Wedi’i dynnu’n ôl
referral-state-merged = Wedi’i uno ag atgyfeiriad arall
referral-family-state-submitted = Mae rhywun wedi gofyn am help i chi. Byddwn yn rhoi gwybod pan fydd penderfyniad.
referral-family-state-submitted-young = Mae rhywun wedi gofyn am help i ti. Byddwn yn dweud wrthyt ti pan fydd penderfyniad.
referral-family-state-waiting = Rydym wedi dweud y cewch chi help. Rydych yn aros am ofalwr maeth.
referral-family-state-waiting-young = Rydym wedi dweud y cei di help. Rwyt ti’n aros am ofalwr maeth.
referral-family-state-not-accepted = Allwn ni ddim helpu y tro hwn. Gall eich gweithiwr cymdeithasol ddweud pam.
referral-family-state-not-accepted-young = Allwn ni ddim helpu y tro hwn. Gall dy weithiwr cymdeithasol ddweud pam.
referral-family-state-withdrawn = Cafodd y cais am help ei dynnu’n ôl.
referral-family-state-closed = Mae’r cymorth roeddech chi’n ei gael wedi dod i ben. Gallwch ofyn amdano eto.
referral-family-state-closed-young = Mae’r cymorth roeddet ti’n ei gael wedi dod i ben. Galli di ofyn amdano eto.
referral-family-asked = Gofynnwyd am help i chi
referral-family-asked-young = Gofynnwyd am help i ti
referral-reference = Cyfeirnod
referral-received = Derbyniwyd
referral-received-on = Derbyniwyd { $on }
referral-by = Atgyfeiriwyd gan
# term
referral-site = Ardal y rhaglen
referral-children = Plant
referral-adults = Oedolion gartref
referral-children-count = Plant: { NUMBER($n) }
referral-adults-count = Oedolion: { NUMBER($n) }
referral-summary = Crynodeb
referral-print-title = Atgyfeiriad { $reference }, argraffwyd { $on }

## Why a child is referred

referral-reason = Pam mae’r plentyn hwn yn cael ei atgyfeirio
referral-reason-risk-of-care = Gallai ddod i ofal heb gymorth
referral-reason-risk-of-care-hint = Mae’r plentyn yn byw gartref, a’r nod yw aros yno.
# term
referral-reason-reunification = Dychwelyd adref
referral-reason-reunification-hint = Mae’r plentyn wedi bod mewn gofal ac yn dod adref.
referral-reason-mixed = Rhesymau gwahanol i wahanol blant
referral-reason-not-given = Dim rheswm wedi’i roi

## Refer a family: one page

referral-refer-title = Atgyfeirio teulu
referral-refer-intro = Mae hyn yn cymryd tua deng munud. Mae’r hyn rydych yn ei deipio yn cadw ei hun, felly gallwch stopio a dod yn ôl.
referral-refer-voluntary = Dewis y teulu yw cymryd rhan. Siaradwch â nhw cyn anfon hwn.
referral-refer-who-sees = Tîm y rhaglen yn yr ardal hon, chi a’ch rheolwr tîm, a’r arweinydd diogelu. Gall y teulu ofyn am gopi o’u rhan eu hunain.
referral-refer-danger = Os yw plentyn mewn perygl nawr, ffoniwch 999. Nid yw’r ffurflen hon yn cael ei darllen ar unwaith.
# term
referral-refer-site = Ardal y rhaglen
referral-refer-site-hint = Yr ardal lle mae’r teulu’n byw.
referral-refer-received = Dyddiad yr atgyfeiriad
referral-refer-received-hint = Y diwrnod y gwnaethoch chi a’r teulu gytuno i ofyn. Heddiw os byddwch yn ei adael yn wag.
referral-refer-children = Plant a phobl ifanc
referral-refer-children-hint = Pob plentyn yn y teulu, hefyd un sydd heb ei eni eto.
referral-refer-adults = Oedolion gartref
referral-refer-adults-hint = Rhieni ac oedolion eraill sy’n gofalu am y plant. Gallant fyw mewn dau gartref.
referral-refer-child = Plentyn { NUMBER($n) }
referral-refer-adult = Oedolyn { NUMBER($n) }
referral-refer-add-child = Ychwanegu plentyn
referral-refer-add-adult = Ychwanegu oedolyn
referral-refer-remove-person = Tynnu: { $person }
referral-refer-forename = Enw cyntaf
referral-refer-surname = Cyfenw
referral-refer-known-as = Yr enw bob dydd
referral-refer-known-as-hint = Yr enw mae’r person hwn yn hoffi ei gael, os yw’n wahanol.
referral-refer-birth = Dyddiad geni
referral-refer-birth-hint = Er enghraifft, 27 3 2015. Os ydych yn gwybod y mis neu’r flwyddyn yn unig, gadewch y gweddill yn wag.
referral-refer-birth-expected = Nid yw’r plentyn hwn wedi’i eni eto: dyddiad disgwyl y babi yw hwn
referral-refer-birth-not-known = Nid yw’r dyddiad geni’n hysbys
referral-refer-relationship = Perthynas â’r plant
referral-refer-relationship-child = Lle yn y teulu
referral-refer-relationship-hint = Yng ngeiriau’r teulu: mam, tad-cu, taid, llystad
referral-refer-speaks = Iaith siarad
referral-refer-reads = Iaith ddarllen
referral-refer-reminders = Iaith negeseuon atgoffa
referral-refer-legal-status = Statws cyfreithiol
referral-refer-legal-status-hint = Fel y mae heddiw.
referral-refer-address = Cyfeiriad
referral-refer-postcode = Cod post
referral-refer-needs = Meysydd angen
referral-refer-needs-hint = Dewiswch bob maes lle byddai cymorth yn helpu.
# term
referral-refer-going-well = Beth sy’n mynd yn dda
referral-refer-going-well-hint = Cryfderau, pobl sy’n helpu, pethau mae’r teulu’n falch ohonyn nhw.
# term
referral-refer-worries = Beth sy’n poeni pobl
referral-refer-worries-hint = Pwy sy’n poeni, a beth ddigwyddodd. Ysgrifennwch fel petai’r plentyn yn mynd i’w ddarllen ryw ddydd.
referral-refer-services = Gwasanaethau eraill gyda’r teulu nawr
referral-refer-hard-before = Beth sydd wedi’i gwneud yn anodd cael help o’r blaen
referral-refer-home = Cartref { NUMBER($n) }
referral-refer-add-home = Ychwanegu cartref arall
referral-refer-remove-home = Tynnu: { $home }
referral-refer-street-hint = Tŷ, stryd a thref. Gadewch yn wag os nad ydych yn gwybod.
referral-refer-lives = Pwy sy’n byw yma
referral-refer-lives-hint = Drwy’r amser neu ran o’r amser. Gall plentyn fyw mewn dau gartref.
referral-refer-languages = Ieithoedd
referral-refer-authority-id = Rhif yn eich system chi
referral-refer-authority-id-hint = Er mwyn gallu rhoi’r cofnod hwn a’ch cofnod chi ochr yn ochr. Dim ond chi a thîm y rhaglen sy’n ei weld.
referral-refer-services-hint = Ymwelydd iechyd, ysgol, iechyd meddwl, tai. Beth mae pob un yn ei wneud.
referral-refer-hard-before-hint = Amser, teithio, iaith, ymddiriedaeth, cael eich barnu. Er mwyn i ni beidio â’i wneud eto.
referral-refer-responsible-title = Pwy sy’n penderfynu dros bob plentyn
referral-refer-responsible = Cyfrifoldeb rhiant, { $child }: pwy sydd â’r cyfrifoldeb?
referral-refer-responsible-authority = Yr awdurdod
referral-refer-responsible-other = Rhywun arall â chyfrifoldeb rhiant
referral-refer-responsible-other-hint = Enw, a phwy ydyn nhw i’r plentyn.
referral-refer-orders-title = Gorchmynion llys
referral-refer-orders-hint = Mae gorchymyn yn dweud pwy gaiff wneud rhywbeth a phwy na chaiff. Gadewch hwn allan os nad oes un.
referral-refer-order = Gorchymyn llys { NUMBER($n) }
referral-refer-add-order = Ychwanegu gorchymyn llys
referral-refer-order-says = Beth mae’n ei ddweud
referral-refer-order-says-hint = Pwy gaiff, a phwy na chaiff.
referral-refer-order-about = Am bwy mae’r gorchymyn
referral-refer-order-made = Gwnaed ar
referral-refer-order-ends = Mewn grym tan
referral-refer-kept = Person i’w gadw draw { NUMBER($n) }
referral-refer-add-kept = Ychwanegu rhywun y mae’n rhaid ei gadw draw
referral-refer-kept-who = Pwy yw’r person
referral-refer-kept-who-hint = Enw, a phwy yw’r person i’r teulu.
referral-refer-kept-ways = Ni chaiff y person hwn
referral-refer-kept-about = Oddi wrth bwy mae’n cael ei gadw draw
referral-refer-remove-line = Tynnu: { $line }
referral-refer-communication = Beth sy’n helpu’r person hwn i ddeall a chael ei ddeall
referral-refer-communication-hint = Cyfieithydd, print bras, hawdd ei ddeall, arwyddo, rhagor o amser.
referral-refer-disability = Beth mae anabledd neu salwch yn ei olygu i’r person hwn
referral-refer-disability-hint = Yn eu geiriau nhw, cyn belled ag y maen nhw am i ni wybod.
referral-refer-ethnicity = Grŵp ethnig
referral-refer-ethnicity-hint = Rydym yn gofyn er mwyn gweld a ydym yno i bawb. Does dim rhaid i neb ddweud.
referral-refer-ethnicity-not-said = Heb ofyn, neu mae’n well ganddynt beidio â dweud
referral-refer-ethnicity-words = Yn eu geiriau eu hunain
referral-refer-why-hint = Os nad oes cytundeb. Yn eu geiriau nhw.
referral-refer-begin = Dechrau atgyfeiriad
referral-refer-drafts = Atgyfeiriadau rydych wedi’u dechrau
referral-refer-drafts-max = Mae gennych gymaint o ddrafftiau ag sy’n ffitio. Anfonwch neu dilëwch un, yna dechreuwch un newydd.
referral-refer-draft-nameless = Teulu heb enw eto
referral-refer-draft-goes = Dileu ar ôl { $on }
referral-refer-draft-delete-hint = Bydd popeth a deipiwyd yma’n cael ei golli. Does neb arall wedi’i weld.
referral-refer-send = Anfon yr atgyfeiriad
referral-refer-check = Gwirio’r atebion
referral-refer-draft-continue = Dechreuoch chi atgyfeiriad { $when }.
referral-refer-draft-delete = Dileu’r drafft
referral-refer-draft-deleted = Mae’r drafft wedi’i ddileu.
referral-refer-sent-title = Atgyfeiriad wedi’i anfon
referral-refer-sent-reference = Ei gyfeirnod yw { $reference }.
referral-refer-no-agreement-title = Mae atgyfeiriadau ar gau yn yr ardal hon
referral-refer-no-agreement-body = Nid oes cytundeb rhannu gwybodaeth mewn grym, felly ni ellir atgyfeirio teulu newydd.
referral-refer-capacity = Lleoedd ar gael heddiw: { NUMBER($free) } o { NUMBER($places) }
referral-refer-capacity-waiting = Teuluoedd yn aros heddiw: { NUMBER($n) }

## The pages of the form

referral-step-start = Yr ardal a’r diwrnod
referral-step-people = Pwy sydd yn y teulu
referral-step-people-hint = Ychwanegwch bawb yn gyntaf, yna dywedwch ychydig am bob un.
referral-step-homes = Ble maen nhw’n byw
referral-step-homes-hint = Un cartref neu ragor. Nodwch gartref y mae’n rhaid ei gadw’n gudd.
referral-step-going-well-label = Yn eu geiriau nhw, neu eich geiriau chi
referral-step-needs = Beth fyddai’n helpu
referral-step-services = Help nawr ac o’r blaen
referral-step-safety = Pwy sy’n penderfynu, a phwy i’w cadw draw
referral-step-safety-hint = Mae hyn yn cadw pobl yn ddiogel. Gadewch allan yr hyn nad yw’n berthnasol i’r teulu hwn.
referral-step-contact-hint = Gofynnwch i bob oedolyn, ar ei ben ei hun os gallwch. Gall galwad anghywir roi rhywun mewn perygl.
referral-step-about = Yr hyn yr hoffai pob un i ni ei wybod
referral-step-about-hint = Gofynnwch yn garedig; dim ond y rhai sydd am ateb sy’n ateb.
referral-tasks-title = Yr atgyfeiriad hwn, fesul tudalen
referral-tasks-intro = Llenwch y tudalennau mewn unrhyw drefn. Mae’r hyn rydych yn ei deipio yn cadw’i hun, a gallwch barhau o gyfrifiadur arall.
referral-task-done = Wedi’i wneud
referral-task-look = Edrychwch eto
referral-task-to-do = I’w wneud
referral-task-if-you-like = Os yw’n berthnasol
referral-check-first = Mae rhai atebion ar goll. Mae pob llinell yn arwain at un ohonyn nhw.
referral-check-nothing = Dim byd wedi’i ysgrifennu
referral-check-about = Am: { $people }
referral-check-order-made = Gwnaed ar { $on }
referral-check-order-ends = Mewn grym tan { $on }
referral-check-voluntary = Drwy anfon hwn rydych yn dweud eich bod wedi siarad â’r teulu amdano.
referral-sent-next = Beth sy’n digwydd nesaf
referral-sent-decided = Bydd rheolwr y rhaglen yn penderfynu erbyn { $on }. Byddwch yn gweld y penderfyniad gyda’r atgyfeiriad.
referral-sent-asked = Os nad yw rhywbeth yn glir, bydd cwestiwn yma i chi, a gallwch ateb yma.
referral-sent-family = Dywedwch wrth y teulu eich bod wedi gofyn. Byddan nhw’n clywed gennym cyn gynted ag y bydd penderfyniad.
referral-sent-open = Agor yr atgyfeiriad

## Problems in the form, in the order of the page

referral-problem-site = Dewiswch ardal y rhaglen
referral-problem-received-unreal = Dyddiad yr atgyfeiriad: rhowch ddyddiad go iawn
referral-problem-received-future = Dyddiad yr atgyfeiriad: rhaid iddo fod heddiw neu’n gynharach
referral-problem-no-child = Ychwanegwch o leiaf un plentyn
referral-problem-no-adult = Ychwanegwch o leiaf un oedolyn gartref
referral-problem-people-max = Gall atgyfeiriad enwi hyd at { NUMBER($max) } o bobl. Anfonwch y gweddill gydag ail atgyfeiriad.
referral-problem-name-empty = { $person }: rhowch enw cyntaf, cyfenw neu’r enw bob dydd
referral-problem-name-long = { $person }: gall enw gynnwys hyd at { NUMBER($max) } o nodau
referral-problem-birth-empty = { $person }: rhowch ddyddiad geni, neu dywedwch nad yw’n hysbys
referral-problem-birth-unreal = { $person }: rhowch ddyddiad geni go iawn, fel 27 3 2015
referral-problem-birth-short-year = { $person }: ysgrifennwch y flwyddyn geni â phedwar ffigur
referral-problem-birth-part = { $person }: mae angen mis a blwyddyn gyda diwrnod; mae angen blwyddyn gyda mis
referral-problem-birth-future = { $person }: mae’r dyddiad geni yn y dyfodol. Os nad yw’r plentyn wedi’i eni eto, dywedwch hynny o dan y dyddiad
referral-problem-birth-far = { $person }: disgwylir babi o fewn blwyddyn. Edrychwch ar y dyddiad
referral-problem-birth-early = { $person }: rhaid i’r flwyddyn geni fod yn 1900 neu’n hwyrach
referral-problem-birth-expected-past = { $person }: roedd disgwyl y babi cyn heddiw. Rhowch y dyddiad geni, neu ddyddiad diweddarach
referral-problem-birth-adult = { $person }: plentyn fyddai hwn yn ôl y dyddiad geni. Symudwch y person i’r plant, neu edrychwch ar y dyddiad
referral-problem-birth-child = { $person }: oedolyn fyddai hwn yn ôl y dyddiad geni. Symudwch y person i’r oedolion, neu edrychwch ar y dyddiad
referral-problem-same-person = { $person }: mae’r un enw a dyddiad geni ddwywaith ar y ffurflen hon
referral-problem-reason = { $person }: dewiswch pam mae’r plentyn hwn yn cael ei atgyfeirio
referral-problem-legal-status = { $person }: dewiswch y statws cyfreithiol, neu “ddim yn gwybod”
referral-problem-relationship-long = { $person }: gall y berthynas gynnwys hyd at { NUMBER($max) } o nodau
referral-problem-language = { $person }: dewiswch iaith o’r rhestr
referral-problem-phone = { $person }: edrychwch ar y rhif ffôn diogel
referral-problem-safe-long = { $person }: gall y manylion cyswllt diogel gynnwys hyd at { NUMBER($max) } o nodau
referral-problem-address-long = { $person }: gall y cyfeiriad gynnwys hyd at { NUMBER($max) } o nodau
referral-problem-needs = Dewiswch o leiaf un maes angen
referral-problem-going-well = Ysgrifennwch beth sy’n mynd yn dda
referral-problem-worries = Ysgrifennwch beth sy’n poeni pobl
referral-problem-text-long = { $field }: defnyddiwch { NUMBER($max) } o nodau neu lai
referral-problem-taking-part = { $person }: dywedwch a ydynt yn cytuno i gymryd rhan
referral-problem-taking-part-why = { $person }: ysgrifennwch pam nad oes cytundeb
referral-problem-sharing = { $person }: dywedwch ar ba sail mae gwybodaeth yn cael ei rhannu
referral-problem-sharing-basis = { $person }: dewiswch y sail gyfreithlon y cawsant wybod amdani
referral-problem-homes-max = Gall atgyfeiriad enwi hyd at { NUMBER($max) } o gartrefi
referral-problem-lines-max = Gall atgyfeiriad enwi hyd at { NUMBER($max) } o orchmynion llys a’r un nifer o bobl i’w cadw draw
referral-problem-postcode-long = { $home }: gall cod post gynnwys hyd at { NUMBER($max) } o nodau
referral-problem-home-empty = { $home }: ticiwch pwy sy’n byw yno
referral-problem-home-nowhere = { $home }: ysgrifennwch y cyfeiriad neu’r cod post
referral-problem-order-says = Ysgrifennwch beth mae’r gorchymyn llys yn ei ddweud, neu tynnwch ef
referral-problem-order-about = Ticiwch am bwy mae’r gorchymyn llys
referral-problem-order-day = Gorchymyn llys: rhowch ddyddiad go iawn
referral-problem-order-ends = Ni all gorchymyn llys ddod i ben cyn iddo gael ei wneud. Edrychwch ar y ddau ddyddiad
referral-problem-kept-who = Ysgrifennwch pwy y mae’n rhaid ei gadw draw, neu tynnwch y llinell
referral-problem-kept-about = Ticiwch oddi wrth bwy mae’r person hwn yn cael ei gadw draw
referral-problem-kept-ways = Ticiwch beth na chaiff y person hwn ei wneud
referral-problem-ethnicity = { $person }: dewiswch grŵp ethnig o’r rhestr
referral-problem-sure = Edrychwch ar y dyddiadau geni isod, a thiciwch eu bod yn gywir
referral-doubt-older = Mae { $child } yn hŷn na { $adult }. Edrychwch ar y ddau ddyddiad geni.
referral-doubt-years = { $child } a { $adult }: blynyddoedd rhyngddynt: { NUMBER($years) }. Edrychwch ar y ddau ddyddiad geni.
referral-doubt-sure = Rwyf wedi edrych: mae’r dyddiadau geni’n gywir
referral-problem-decided = Mae penderfyniad wedi’i wneud ar yr atgyfeiriad hwn yn barod
referral-problem-before-received = Ni all y dyddiad fod cyn derbyn yr atgyfeiriad, { $on }
referral-problem-future = Rhaid i’r dyddiad fod heddiw neu’n gynharach
referral-problem-decision = Dewiswch dderbyn neu beidio â derbyn
referral-problem-why = Dewiswch pam nad yw’n cael ei dderbyn
referral-problem-entry = Ysgrifennwch beth ddigwyddodd
referral-problem-withdraw-reason = Ysgrifennwch pam mae’r atgyfeiriad yn cael ei dynnu’n ôl

## A warning does not stop the form

referral-warning-no-birth = { $person }: dim dyddiad geni. Gellir anfon yr atgyfeiriad hebddo.
referral-warning-no-consent = { $person }: nid oes cytundeb. Gellir anfon yr atgyfeiriad; mae’r rheswm yn cael ei gadw.

## The board

# term
referral-board-title = Atgyfeiriadau
referral-board-intro = Yr atgyfeiriadau y cewch eu gweld, y diweddaraf yn gyntaf.
referral-board-empty = Dim atgyfeiriadau eto. Bydd atgyfeiriad yn ymddangos yma cyn gynted ag y caiff ei anfon.
referral-board-empty-filter = Dim atgyfeiriadau yn y cyflwr hwn.
referral-board-filter = Dangos
referral-board-to-decide = I’w penderfynu: { NUMBER($n) }
# term
referral-board-column-family = Teulu
referral-board-column-received = Derbyniwyd
referral-board-column-state = Cyflwr
referral-board-column-children = Plant
referral-board-column-reason = Rheswm
referral-board-column-by = Atgyfeiriwyd gan
referral-board-decide = Penderfynu
referral-board-caption = Atgyfeiriadau yn ôl y diwrnod y cawsant eu derbyn

## Deciding

referral-decide-title = Penderfynu ar yr atgyfeiriad hwn
referral-decide-intro = Mae atgyfeiriad heb ei dderbyn yn cael ei gadw gyda’i reswm: dyna sut rydym yn dysgu pwy na allem ei helpu.
referral-decide-question = Beth yw eich penderfyniad?
# term
referral-decide-accept = Derbyn
referral-decide-accept-hint = Bydd y teulu’n mynd ar y rhestr aros heddiw.
# term
referral-decide-not-accept = Peidio â derbyn
referral-decide-not-accept-hint = Mae’r atgyfeiriad yn cau ac yn cadw’r rheswm a lleoedd heddiw.
referral-decide-why = Pam nad yw’n cael ei dderbyn
referral-decide-reason = Yn eich geiriau chi
referral-decide-reason-hint = Efallai y bydd y teulu’n darllen hwn. Dywedwch beth fyddai angen bod yn wahanol.
referral-decide-on = Dyddiad y penderfyniad
referral-decide-send = Cadw’r penderfyniad
referral-decided-accepted = Wedi derbyn. Mae’r teulu ar y rhestr aros.
referral-decided-not-accepted = Heb ei dderbyn. Mae’r rheswm wedi’i gadw gyda’r atgyfeiriad.
referral-decision = Penderfyniad
referral-decision-by = Penderfynwyd gan
referral-decision-on = Dyddiad y penderfyniad
referral-why-full = Dim lle ar gael
referral-why-full-hint = Mae pob gofalwr maeth yn cefnogi cymaint o deuluoedd ag y gall.
referral-why-not-eligible = Nid yw’r rhaglen ar gyfer y teulu hwn
referral-why-not-eligible-hint = Nid oes plentyn mewn perygl o ddod i ofal nac yn dod adref, neu mae’r teulu’n byw y tu allan i’r ardal.
referral-why-family-declined = Dewisodd y teulu beidio
referral-why-family-declined-hint = Eu dewis nhw yw cymryd rhan bob tro.
referral-why-other-service = Mae gwasanaeth arall yn addas
referral-why-other-service-hint = Dywedwch pa un, a phwy fydd yn dweud wrth y teulu.
referral-capacity = Lleoedd ar y diwrnod hwnnw
referral-capacity-carers = Gofalwyr maeth: { NUMBER($n) }
referral-capacity-places = Lleoedd: { NUMBER($n) }
referral-capacity-free = Lleoedd ar gael: { NUMBER($n) }
referral-capacity-waiting = Teuluoedd yn aros: { NUMBER($n) }

## Withdrawing

referral-withdraw-title = Tynnu’r atgyfeiriad hwn yn ôl
referral-withdraw-intro = Bydd y teulu’n gadael y rhestr. Mae’r atgyfeiriad a’ch rheswm yn cael eu cadw.
referral-withdraw-reason = Pam mae’n cael ei dynnu’n ôl
# term
referral-withdraw-send = Tynnu’n ôl
referral-withdrawn = Wedi tynnu’n ôl. Mae’r rheswm wedi’i gadw.

## The waiting list

# term
referral-waiting-title = Rhestr aros
referral-waiting-intro = Teuluoedd sydd wedi’u derbyn ac yn aros am ofalwr maeth: y rhai i’w gweld yn gynt sydd gyntaf, yna’r rhai sydd wedi aros hiraf.
referral-waiting-empty = Does dim teulu’n aros. Derbyniwch atgyfeiriad a bydd y teulu’n ymddangos yma.
referral-waiting-since = Yn aros ers
referral-waiting-for = Yn aros: { $span }
referral-waiting-column-wait = Arhosiad
referral-waiting-column-needs = Meysydd angen
referral-waiting-column-languages = Ieithoedd
referral-waiting-column-ages = Oedrannau’r plant
referral-waiting-export = Lawrlwytho’r rhestr aros
referral-waiting-export-hint = Mae enwau yn y ffeil. Rydych yn profi mai chi sydd yno’n gyntaf, ac mae’r lawrlwytho’n cael ei nodi yn y dyddlyfr.
referral-waiting-caption = Teuluoedd yn aros, yn eu trefn
referral-waiting-on = Fel yr oedd ar ddiwedd { $on }.
referral-waiting-nobody = Doedd dim teulu’n aros ar y diwrnod hwnnw.
referral-waiting-day = Dangos rhestr diwrnod arall
referral-waiting-day-label = Diwrnod
referral-waiting-day-hint = Unrhyw ddiwrnod yn y gorffennol, er enghraifft 27 3 2026
referral-waiting-day-unreal = Diwrnod: rhowch ddyddiad go iawn
referral-waiting-today = Yn ôl i heddiw
referral-waiting-wait = { $span }, ers { $on }
referral-priority = Pa mor fuan
referral-priority-first = Yn gyntaf
referral-priority-sooner = Yn gynt
referral-priority-usual = Yn eu tro
referral-waits-for = Yn aros am
referral-waits-for-place = lle ar gael
referral-waits-for-near = gofalwr maeth gerllaw
referral-waits-for-language = gofalwr maeth sy’n siarad eu hiaith
referral-waits-for-skills = gofalwr maeth â sgiliau penodol
referral-waits-for-family-ready = i’r teulu fod yn barod

## Asked and answered

referral-thread-title = Cwestiynau ac atebion
referral-ask-title = Gofyn am ragor o wybodaeth
referral-ask-hint = Gofynnwch am yr hyn sydd ei angen i benderfynu, a dim mwy. Pwy bynnag a atgyfeiriodd y teulu sy’n cael y cwestiwn yma, ac yn ateb yma.
referral-ask-send = Anfon y cwestiwn
referral-asked = Mae’r cwestiwn wedi’i anfon. Mae’n sefyll gyda’r atgyfeiriad.
referral-answer-title = Ateb y cwestiwn
referral-answer-hint = Yr hyn rydych yn ei wybod. Os mater i’r teulu ei ddweud yw, gofynnwch iddyn nhw yn gyntaf.
referral-answer-send = Anfon yr ateb
referral-answered = Mae’r ateb wedi’i anfon. Mae’r atgyfeiriad yn aros am benderfyniad eto.
referral-asked-on = Gofynnwyd ar { $on }
referral-answered-on = Atebwyd ar { $on }
referral-problem-thread = Ysgrifennwch ychydig eiriau

## How soon, and what a family waits for

referral-priority-title = Lle ar y rhestr aros
referral-priority-intro = Person sy’n penderfynu pwy ddaw’n gynt, ac yn dweud pam. Ni ddywedir wrth deulu byth pa le sydd ganddo mewn ciw.
referral-priority-first-hint = O flaen pob teulu arall
referral-priority-sooner-hint = O flaen teuluoedd sy’n aros eu tro
referral-priority-usual-hint = Y teulu sydd wedi aros hiraf sydd gyntaf
referral-waits-for-hint = Ticiwch bopeth sydd ei angen ar y teulu hwn cyn dechrau.
referral-priority-reason = Pam
referral-priority-reason-hint = Efallai y bydd y teulu’n darllen hwn. Dywedwch beth sy’n wir, nid beth sy’n cael ei ofni.
referral-priority-send = Cadw’r lle
referral-priority-saved = Mae’r lle ar y rhestr aros wedi’i gadw.
referral-problem-priority = Dewiswch pa mor fuan
referral-problem-priority-why = Ysgrifennwch pam mae’r teulu hwn yn dod yn gynt

## What the family was told

referral-told-title = Yr hyn a ddywedwyd wrth y teulu
referral-tell-title = Dweud wrth y teulu
referral-tell-intro = Dywedwch am beth maen nhw’n aros a phryd byddan nhw’n clywed gennym nesaf. Byth eu lle mewn ciw. Edrychwch yn gyntaf ar y ffyrdd diogel o gysylltu.
referral-tell-how = Sut cawson nhw wybod?
referral-how-letter = Drwy lythyr
referral-how-call = Dros y ffôn
referral-how-message = Drwy neges
referral-how-visit = Wyneb yn wyneb
referral-tell-on = Pryd cawson nhw wybod?
referral-tell-on-hint = Heddiw os byddwch yn ei adael yn wag.
referral-tell-words = Yr hyn a ddywedwyd
referral-tell-words-hint = Yn y geiriau a ddefnyddiwyd.
referral-tell-next = Byddan nhw’n clywed gennym eto erbyn
referral-tell-next-hint = Diwrnod y gallwch gadw ato. Gadewch yn wag os nad oes mwy i ddod.
referral-tell-send = Cadw’r hyn a ddywedwyd
referral-told = Mae’r hyn a ddywedwyd wrth y teulu wedi’i gadw.
referral-told-on = { $how }, { $on }
referral-told-next = Byddan nhw’n clywed eto erbyn { $on }
referral-told-never = Does neb wedi dweud wrth y teulu eto sut mae pethau’n sefyll.
referral-problem-how = Dewiswch sut cafodd y teulu wybod
referral-problem-next-day = Byddan nhw’n clywed gennym eto erbyn: rhowch ddyddiad go iawn
referral-problem-before-that = Ni all y dyddiad fod cyn { $on }

## What happened to a family that was not taken

referral-outcome-title = Beth ddigwyddodd wedyn
referral-outcome-intro = Ddeuddeg mis ar ôl methu â chymryd teulu, gofynnir i’w awdurdod ble mae pob plentyn yn byw. Dyna’r unig ffordd deg o weld beth mae’r rhaglen yn ei newid.
referral-outcome-lives = Ble mae { $child } yn byw nawr?
referral-lives-at-home = Gartref gyda’r teulu
referral-lives-in-care = Mewn gofal
referral-lives-with-relatives = Gyda pherthnasau neu ffrindiau, nid mewn gofal
referral-lives-elsewhere = Rhywle arall
referral-lives-not-known = Nid yw’r awdurdod yn gwybod
referral-outcome-entered = Daeth i ofal am y tro cyntaf ar ôl yr atgyfeiriad
referral-outcome-entered-hint = Gadewch yn wag os nad yw hyn wedi digwydd, neu os nad yw’r diwrnod yn hysbys.
referral-outcome-words = Unrhyw beth arall sy’n werth ei wybod
referral-outcome-send = Cadw’r hyn a ddigwyddodd
referral-outcome-saved = Diolch. Mae’r hyn a ddigwyddodd wedyn wedi’i gadw.
referral-outcome-said-on = { $child }, dywedwyd ar { $on }
referral-outcome-in-care-since = Mewn gofal o { $on }
referral-outcome-asked = Beth ddigwyddodd wedyn? Gofynnir ers { $on }
referral-outcomes-due = Teuluoedd nas cymerwyd: beth ddigwyddodd wedyn?
referral-outcomes-intro = Ni ellid cymryd y teuluoedd hyn flwyddyn yn ôl neu fwy. Yr hyn a ddigwyddodd wedyn yw’r unig gymhariaeth deg sydd. Dywedwch yr hyn rydych yn ei wybod, a dim mwy; munud yr un mae’n ei gymryd.
referral-outcomes-none = Does dim byd yn cael ei ofyn i chi nawr. Flwyddyn ar ôl i deulu fethu â chael ei gymryd, bydd ar y rhestr hon.
referral-problem-outcome-nobody = Dywedwch ble mae o leiaf un plentyn yn byw
referral-problem-outcome-day = { $child }: rhowch ddyddiad go iawn
referral-problem-outcome-after = { $child }: rhaid i’r dyddiad fod ar ôl yr atgyfeiriad, ac nid yn y dyfodol

## Entries on a referral

# term
referral-entry-title = Ychwanegu cofnod
referral-entry-text = Beth ddigwyddodd
referral-entry-text-hint = Ffeithiau’n gyntaf, yna barn. Ysgrifennwch fel petai’r plentyn yn mynd i’w ddarllen.
referral-entry-on = Pryd
referral-entry-send = Cadw’r cofnod
referral-entry-saved = Mae’r cofnod wedi’i gadw.
referral-entries = Cofnodion
referral-entries-empty = Dim cofnodion eto. Ychwanegwch yr hyn rydych yn ei glywed ac yn ei wneud tra bo’r teulu’n aros.
referral-entry-by = { $who }, { $when }

## What happened to it, for the timeline

referral-event-made = Atgyfeiriwyd
referral-event-accepted = Derbyniwyd i’r rhestr aros
referral-event-not-accepted = Heb ei dderbyn
referral-event-withdrawn = Tynnwyd yn ôl
referral-event-entry-added = Ychwanegwyd cofnod
referral-event-information-asked = Gofynnwyd am ragor o wybodaeth
referral-event-information-given = Rhoddwyd rhagor o wybodaeth
referral-event-priority-set = Gosodwyd mewn trefn ar y rhestr aros
referral-event-outcome-told = Dywedwyd beth ddigwyddodd wedyn
referral-event-unmerged = Gwahanwyd eto
referral-event-taken-back = Tynnwyd yn ôl gyda’r ffeil y daeth ynddi
referral-event-merged = Unwyd ag atgyfeiriad arall

## Atgyfeirio teulu eto, a’r un ffurflen ddwywaith

referral-again-title = Atgyfeirio’r teulu hwn eto
referral-again-intro = Gellir atgyfeirio eto deulu nad oedd lle iddo, neu nad oedd am gael help bryd hynny.
referral-again-filled = Mae pwy sydd yn y teulu, ble maen nhw’n byw, pwy sy’n eu cadw’n ddiogel a sut i gysylltu â nhw wedi’u llenwi o’r cofnod. Newidiwch yr hyn sydd wedi newid.
referral-again-afresh = Gofynnir o’r newydd beth sy’n mynd yn dda, beth fyddai’n helpu, a beth mae pob oedolyn yn cytuno iddo.
referral-again-same = Un cofnod fydd o hyd: mae’r teulu’n cadw ei gyfeirnod, a bydd y ddau atgyfeiriad ynddo. Nid yw cartref cudd yn cael ei ddangos, ac mae’n aros fel y mae.
referral-again-begin = Dechrau
referral-follows-earlier = Gweld atgyfeiriad cynharach y teulu hwn
referral-followed-by = Gweld yr atgyfeiriad a ddilynodd
referral-problem-under-way = Mae atgyfeiriad o’r teulu hwn ar ei ffordd yn barod. Edrychwch yn gyntaf beth sydd wedi digwydd iddo.
referral-problem-twice = Atgyfeirioch yr un bobl ychydig funudau yn ôl. Dywedwch mai teulu arall yw hwn, neu gadewch iddo
referral-twice-look = Edrych ar yr atgyfeiriad a anfonoch
referral-twice-other = Teulu arall yw hwn; anfon hwn hefyd
