## What other systems are told when a call does not work; the word in the address is the code in the answer

problem-title = Problem: { $code }
problem-intro = Yr hyn mae’r ateb hwn gan y rhyngwyneb yn ei olygu.
problem-to-do = Beth i’w wneud
problem-status = Statws HTTP { $status }
problem-internal-code = Dyfynnwch y cod hwn: { $code }

## Each problem: its title, what it means, what to do

problem-bad-json = Nid yw’r corff yn JSON y gallwn ei ddarllen
problem-bad-json-means = Nid oedd modd darllen y corff fel JSON: mae’n torri rheolau JSON, neu mae gormod o lefelau ynddo, neu nid yw’n UTF-8.
problem-bad-json-do = Gwiriwch y corff gydag unrhyw offeryn JSON. Ni chafodd dim ei gadw.
problem-unauthenticated = Mae angen tocyn dilys
problem-unauthenticated-means = Nid oedd tocyn gyda’r alwad, neu mae’r un a anfonwyd yn anhysbys, wedi dod i ben neu’n rhy hen. Nid ydym yn dweud pa un.
problem-unauthenticated-do = Anfonwch “Authorization: Bearer” a’r tocyn. Gall pwy bynnag a’i gwnaeth wneud un newydd.
problem-forbidden = Ni chaiff y tocyn hwn wneud hynny
problem-forbidden-means = Mae’r tocyn yn hysbys, ond ni chaiff y person na’r ardal raglen y mae’n gweithredu drosti wneud hyn, neu nid oes cytundeb rhannu gwybodaeth mewn grym yno.
problem-forbidden-do = Gofynnwch i reolwr rhaglen yr ardal, neu defnyddiwch docyn a wnaed at y diben hwn.
problem-step-up = Rhaid i’r person brofi eto pwy ydyn nhw
problem-step-up-means = Mae hyn yn gofyn am brawf o bwy yw rhywun sy’n llai na deg munud oed. Ni all rhaglen roi un.
problem-step-up-do = Y person ei hun sy’n gwneud hyn, ar y tudalennau, ar ôl mewngofnodi.
problem-not-found = Nid oes y fath beth, neu nid yw ar agor i chi
problem-not-found-means = Naill ai nid oes dim yn y cyfeiriad hwn, neu ni chaiff y tocyn ei agor. Yr un yw’r ateb i’r ddau, fel na all neb ddysgu pwy sydd â chofnod.
problem-not-found-do = Gwiriwch yr id. Os oes angen y cofnod arnoch, gofynnwch i reolwr rhaglen yr ardal.
problem-method = Nid yw’r cyfeiriad hwnnw’n derbyn y dull hwn
problem-method-means = Mae’r cyfeiriad yn bod, ond nid gyda’r dull hwn. Mae’r pennyn “Allow” yn enwi’r rhai y mae’n eu derbyn.
problem-method-do = Gweler disgrifiad y rhyngwyneb yn /api/openapi.json.
problem-decided = Mae penderfyniad wedi’i wneud yn barod
problem-decided-means = Cafodd yr atgyfeiriad ei dderbyn neu beidio, ei dynnu’n ôl neu ei uno ag un arall o’r blaen. Mae ei gyflwr nawr gyda’r ateb.
problem-decided-do = Darllenwch “now” yn yr ateb. Nid oes penderfynu ddwywaith.
problem-refused = Nid yw rheolau’r rhaglen yn ei ganiatáu
problem-refused-means = Nid oes modd gwneud yr hyn a ofynnwyd i’r cofnod fel y mae nawr. Ni chafodd dim ei gadw.
problem-refused-do = Darllenwch y cofnod eto i weld beth sydd wedi newid.
problem-idempotency-reused = Daeth yr Idempotency-Key honno gyda rhywbeth arall o’r blaen
problem-idempotency-reused-means = Mae allwedd yn sefyll am un alwad. Anfonwyd hon o’r blaen gyda chorff arall neu i gyfeiriad arall, o fewn y saith diwrnod diwethaf.
problem-idempotency-reused-do = Defnyddiwch allwedd newydd ar gyfer pob galwad newydd, a’r un allwedd dim ond i anfon yr un alwad eto.
problem-stale = Mae wedi newid ers i chi ei ddarllen
problem-stale-means = Newidiodd rhywun y cofnod ar ôl i chi ei ddarllen. Ni chafodd dim ei gadw. Mae’r hyn a anfonoch yn “mine” a’r cofnod fel y mae nawr yn “now”.
problem-stale-do = Cymharwch y ddau, penderfynwch eto, ac anfonwch gyda’r fersiwn sydd gan y cofnod nawr.
problem-precondition-required = Anfonwch If-Match gyda’r fersiwn a ddarllenoch
problem-precondition-required-means = Rhaid i benderfyniad ddweud am ba fersiwn o’r cofnod y mae, fel nad oes neb yn penderfynu ar rywbeth nad yw wedi’i weld.
problem-precondition-required-do = Darllenwch y cofnod, ac anfonwch ei ETag yn ôl yn y pennyn “If-Match”.
problem-too-large = Mae’r corff yn rhy fawr
problem-too-large-means = Gall galwad gario hyd at 2 MB.
problem-too-large-do = Anfonwch lai ar y tro. Ni chafodd dim ei gadw.
problem-unsupported-media = Anfonwch application/json
problem-unsupported-media-means = Roedd y corff o fath arall na JSON, neu ni ddywedodd beth ydyw.
problem-unsupported-media-do = Anfonwch y pennyn “Content-Type: application/json”.
problem-validation = Mae angen edrych eto ar rai meysydd
problem-validation-means = Roedd modd darllen yr alwad, ond ni ellir cadw rhai o’i gwerthoedd fel y maent. Mae pob un yn “errors” gydag enw’r maes.
problem-validation-do = Cywirwch bob un ohonynt ac anfonwch yr alwad eto. Ni chafodd dim ei gadw.
problem-too-many = Gormod o docynnau anghywir
problem-too-many-means = Daeth gormod o alwadau heb docyn dilys o’r cyfeiriad hwn mewn amser byr.
problem-too-many-do = Arhoswch cyhyd ag y mae’r pennyn “Retry-After” yn ei ddweud, a gwiriwch y tocyn.
problem-unavailable = Mae’r gwasanaeth yn brysur
problem-unavailable-means = Ni allai’r gwasanaeth ddarllen na chadw nawr. Ni chafodd dim ei gadw.
problem-unavailable-do = Arhoswch cyhyd ag y mae’r pennyn “Retry-After” yn ei ddweud, ac anfonwch yr un alwad eto gyda’r un Idempotency-Key.
problem-unexpected = Aeth rhywbeth o’i le ar ein hochr ni
problem-unexpected-means = Ein bai ni yw hyn. Ni chafodd dim ei gadw.
problem-unexpected-do = Rhowch y cod sydd yn yr ateb i bwy bynnag sy’n rhedeg y gwasanaeth.

## What is wrong with one field

problem-field-unknown = Nid oes maes o’r enw hwn
problem-field-duplicate = Mae’r maes hwn yno ddwywaith
problem-field-missing = Mae angen y maes hwn
problem-field-type = Mae’r maes hwn yn derbyn math arall o werth
problem-field-empty = Ysgrifennwch rywbeth yma
problem-field-long = Hyd at { NUMBER($max) } o nodau yn unig
problem-field-one-of = Defnyddiwch un o’r rhain: { $keys }
problem-field-day = Ysgrifennwch ddiwrnod go iawn, fel 2026-03-14
problem-field-future = Rhaid i’r diwrnod fod heddiw neu’n gynharach
problem-field-id = Nid id yw hwn
problem-field-child-only = { $person }: dim ond plentyn sydd â hyn
problem-field-unborn-adult = { $person }: dim ond plentyn y gellir ei ddisgwyl
problem-field-legal-status = { $person }: defnyddiwch allwedd o statysau cyfreithiol y genedl
problem-field-only-with = Mae hwn yn mynd gyda hyn yn unig: { $other }
problem-field-no-person = Nid oes neb yn y lle hwn yn “people”; 0 yw’r lle cyntaf
problem-field-no-child = Nid oes plentyn â’r id hwn yn y teulu hwn
problem-field-columns = Nifer colofnau’r ffeil hon: { NUMBER($columns) }; dywedwch beth sydd ym mhob un
problem-field-key = Defnyddiwch 1 i { NUMBER($max) } o nodau plaen
problem-limit = Y terfyn yw 1 i 100
problem-cursor = Nid ein nod tudalen ni yw hwnnw
problem-short = Ysgrifennwch o leiaf ddwy lythyren
