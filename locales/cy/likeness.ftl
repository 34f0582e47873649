## Teuluoedd a all fod yma ddwywaith

likeness-title = Gallant fod yr un
likeness-intro = Teuluoedd â rhywun a all fod mewn dau gofnod. Nid oes dim yn cael ei uno nes i chi ddweud hynny, a gellir dadwneud y cyfan.
likeness-filter = Dangos
likeness-caption = Teuluoedd a all fod yr un, y diweddaraf a gafwyd yn gyntaf
likeness-empty = Nid oes teuluoedd yma
likeness-empty-text = Pan all teulu a atgyfeirir fod yma’n barod, bydd ar y rhestr hon.
likeness-column-families = Teuluoedd
likeness-column-strength = Pa mor debyg
likeness-column-signs = Beth sy’n debyg
likeness-column-found = Cafwyd
likeness-state-open = I edrych arnynt
likeness-state-joined = Wedi’u huno
likeness-state-kept-apart = Wedi’u cadw ar wahân
likeness-strength-likely = Yr un, yn ôl pob tebyg
likeness-strength-possible = Yr un, o bosibl
likeness-both = { $one } / { $other }
likeness-count = Gallant fod yr un: { NUMBER($n) }

## Beth sy’n awgrymu hynny

likeness-sign-same-authority-id = Yr un rhif gyda’r awdurdod
likeness-sign-same-name = Yr un enw
likeness-sign-name-in-other-order = Yr un enwau mewn trefn arall
likeness-sign-sounds-alike = Enwau’n swnio’n debyg
likeness-sign-known-as = Mae’r enw ar lafar ar y naill yn enw ar y llall
likeness-sign-part-of-name = Mae rhan o’r enw yr un
likeness-sign-same-birth = Yr un dyddiad geni
likeness-sign-day-and-month-swapped = Gall diwrnod a mis y geni fod wedi cyfnewid
likeness-sign-birth-one-slip-apart = Un llithriad rhwng y dyddiadau geni
likeness-sign-birth-partly-known = Y dyddiadau geni’n cytuno cyn belled ag y gwyddys
likeness-sign-birth-expected = Roedd disgwyl y naill pan anwyd y llall
likeness-sign-same-address = Yr un cyfeiriad
likeness-sign-same-postcode = Yr un cod post

## Un pâr o deuluoedd

likeness-one-title = Ai un teulu yw hwn?
likeness-one-intro = Edrychwch ar y ddau gofnod. Os nad ydych yn siŵr, gofynnwch i bwy bynnag a’u hatgyfeiriodd.
likeness-found = Cafwyd { $when }
likeness-settled = { $what }: { $who }, { $when }
likeness-record = Agor y cofnod
likeness-referral-open = Atgyfeiriad agored: { $stage }
likeness-referral-none = Dim atgyfeiriad agored
likeness-people = Pobl
likeness-pairs = Pwy all fod yr un person
likeness-pair = { $one } / { $other }
likeness-pairs-none = Nid oes neb yn y naill yn debyg i neb yn y llall mwyach.
likeness-stale = Mae rhywun wedi newid hyn ers i chi ei agor. Edrychwch eto cyn penderfynu.

likeness-join-title = Yr un teulu yw e
likeness-join-what = Dewiswch pa gofnod sy’n parhau. Bydd y llall yn cael ei gau ac yn aros yn ddarllenadwy fel y mae, gyda dolen o’r naill i’r llall. Os oes atgyfeiriad agored gan y ddau, bydd y llall yn cael ei uno ag ef.
likeness-join-kept = Pa gofnod sy’n parhau?
likeness-join-send = Uno’r cofnodion
likeness-apart-title = Nid yr un teulu yw e
likeness-apart-what = Bydd y ddau gofnod yn aros fel y maent. Ni ofynnir i chi am y ddau hyn eto, oni bai bod rhywun yn dadwneud hyn.
likeness-apart-send = Eu cadw ar wahân
likeness-move-title = Mae rhywun yn y teulu anghywir
likeness-move-what = Bydd y person yn mynd i’r teulu arall gyda’r cyfeiriad, pwy sy’n penderfynu, gorchmynion llys, pwy sydd i’w gadw draw a’r hyn y gall y person ei weld. Bydd yr hyn a ysgrifennwyd o’r blaen yn aros lle mae. Bydd y ddau gofnod yn dweud am y symud.
likeness-move-who = Pwy ddylai fynd i’r teulu arall?
likeness-move-choice = { $name }: o { $from } i { $into }
likeness-move-send = Symud i’r teulu arall
likeness-moved-title = Wedi’u symud
likeness-moved-one = { $name }, o { $from } i { $into }
likeness-moved-by = { $who }, { $when }
likeness-back-send = Symud { $name } yn ôl
likeness-undo-joined-title = Mae’r cofnodion wedi’u huno
likeness-undo-joined-what = Y cofnod sy’n parhau: { $kept }. Bydd dadwneud hyn yn agor y cofnod arall eto, a bydd ei atgyfeiriad yn sefyll lle’r oedd. Bydd yr hyn a ysgrifennwyd ers hynny’n aros lle cafodd ei ysgrifennu.
likeness-undo-apart-title = Mae’r cofnodion wedi’u cadw ar wahân
likeness-undo-apart-what = Bydd dadwneud hyn yn rhoi’r cwestiwn ar y rhestr eto. Ni fydd dim arall yn newid.
likeness-undo-send = Dadwneud hyn

likeness-joined = Mae’r cofnodion wedi’u huno.
likeness-kept-apart = Maen nhw wedi’u cadw ar wahân.
likeness-undone = Cafodd hynny ei ddadwneud.
likeness-moved = Mae’r person wedi symud i’r teulu arall.
likeness-moved-back = Mae’r person yn ôl yn y teulu cyntaf.

## Beth nad oes modd ei wneud

likeness-problem-kept = Dewiswch pa gofnod sy’n parhau
likeness-problem-who = Dewiswch pwy ddylai fynd i’r teulu arall
likeness-problem-settled = Mae rhywun wedi dweud yn barod ai un teulu yw hwn
likeness-problem-not-settled = Nid oes dim ar ôl i’w ddadwneud
likeness-problem-joined = Cafodd y cofnod { $reference } ei uno ag un arall. Dadwnewch hynny’n gyntaf
likeness-problem-referral-open = Mae gan { $reference } atgyfeiriad sy’n dal ar agor. Cadwch y cofnod hwnnw, neu penderfynwch ar yr atgyfeiriad yn gyntaf
likeness-problem-supported = Mae gofalwr maeth yn cefnogi { $reference } yn barod. Cadwch y cofnod hwnnw
likeness-problem-last-child = Dyma blentyn olaf y teulu. Os yr un teulu yw e, unwch y cofnodion
likeness-problem-referred-again = Cafodd { $reference } ei atgyfeirio eto ers hynny. Penderfynwch ar yr atgyfeiriad hwnnw’n gyntaf

## Mewn mannau eraill

likeness-referral-notice = Efallai bod y teulu hwn yma’n barod.
likeness-referral-look = Edrych ar y ddau gofnod
likeness-referral-team = Bydd tîm y rhaglen yn edrych a yw’r teulu hwn yn hysbys. Nid oes angen i chi wneud dim.
likeness-sent = Mae peth o’r hyn a anfonoch yn debyg i gofnod sydd yma. Bydd tîm y rhaglen yn edrych a yw’r teulu’n hysbys, fel nad oes rhaid i neb ddweud popeth ddwywaith.
likeness-family-into = Cafodd y cofnod hwn ei uno ag un arall, sy’n parhau:
likeness-family-with = Cofnodion eraill am y teulu hwn:
likeness-family-elsewhere = Cafodd y cofnod hwn ei uno ag un arall.
likeness-person-elsewhere = Rhywun mewn cofnod arall
likeness-history-joined = Unwyd â { $reference }
likeness-history-parted = Ar wahân eto i { $reference }
likeness-history-moved = { $name }, o { $from } i { $into }
