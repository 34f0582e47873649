## Urgent support: written down with few boxes, the rest now or later

crisis-write-title = Cymorth brys
crisis-not-watched = Does neb yn gwylio’r dudalen hon. Darllenir yr hyn a ysgrifennwch pan fydd rhywun yn mewngofnodi, ac efallai mai yfory fydd hynny. Os oes angen rhywun arnoch nawr, ffoniwch.
crisis-ring-title = I siarad â rhywun nawr, ffoniwch
crisis-asked = Beth a ofynnwyd, neu beth ddigwyddodd
crisis-asked-hint = Mae ychydig eiriau’n ddigon am y tro.
crisis-on = Diwrnod
crisis-at = Pryd y gofynnwyd am help
crisis-at-hint = Pryd yr oedd, nid pryd yr ydych yn ysgrifennu. Er enghraifft 22:10
crisis-save = Cadw hwn
crisis-saved = Mae wedi’i gadw. Dywedir wrth y gweithiwr cymdeithasol goruchwyliol a gweithiwr cymdeithasol y teulu bod rhywbeth yn aros.
crisis-later = Gellir ychwanegu popeth sy’n dilyn yfory.
crisis-sees = pwy bynnag sy’n cefnogi’r teulu hwn, gweithiwr cymdeithasol y teulu, a’r plentyn ryw ddydd
crisis-choose = Dewiswch
crisis-caller = Pwy ofynnodd am help
crisis-caller-parent = Rhiant neu oedolyn arall gartref
crisis-caller-child = Plentyn neu berson ifanc
crisis-caller-near = Perthynas, ffrind neu gymydog
crisis-caller-school = Ysgol neu feithrinfa
crisis-caller-family-worker = Gweithiwr cymdeithasol y teulu
crisis-caller-emergency = Yr heddlu neu wasanaeth brys arall
crisis-caller-carer = Ni ffoniodd neb: y gofalwr maeth a’i gwelodd
crisis-caller-other = Rhywun arall
crisis-response-title = Beth a wnaed
crisis-response = Beth a wnaed yn gyntaf
crisis-response-call = Galwad
crisis-response-visit = Ymweliad
crisis-response-stay = Arhosiad gyda’r gofalwr maeth
crisis-response-other = Rhywbeth arall
crisis-response-on = Diwrnod
crisis-response-at = Amser
crisis-response-at-hint = Mae ar ôl hanner nos yn cyfrif fel y diwrnod wedyn. Er enghraifft 00:20
crisis-response-words = Beth wnaethoch chi
crisis-told-title = Pwy gafodd wybod
crisis-told = Pwy gafodd wybod
crisis-told-supervisor = Y gweithiwr cymdeithasol goruchwyliol
crisis-told-family-worker = Gweithiwr cymdeithasol y teulu
crisis-told-duty-team = Y tîm dyletswydd
crisis-told-emergency = Yr heddlu neu wasanaeth brys arall
crisis-told-health = Meddyg, nyrs neu fydwraig
crisis-told-programme = Tîm y rhaglen
crisis-told-other = Rhywun arall
crisis-told-words = Pwy arall, neu beth ddywedon nhw
crisis-outcome-title = Sut y daeth i ben
crisis-outcome = Sut y daeth i ben
crisis-outcome-calmer = Tawelach; arhosodd pawb gartref
crisis-outcome-stay = Mae plentyn yn aros gyda’r gofalwr maeth
crisis-outcome-relatives = Mae plentyn gyda pherthnasau neu ffrindiau
crisis-outcome-authority = Mae’r awdurdod neu’r gwasanaethau brys yn gweithredu
crisis-outcome-goes-on = Mae’n parhau
crisis-outcome-other = Rhywbeth arall
crisis-outcome-words = Yn eich geiriau chi
crisis-outcome-none = Heb ei nodi eto
crisis-ring-why = Bu’r alwad frys ar { $on } yn un anodd. Gofynnwch sut maen nhw.
crisis-note = Nodyn

## What stands against it

crisis-problem-asked = Dywedwch beth a ofynnwyd, neu beth ddigwyddodd
crisis-problem-to-come = Mae { $at } eto i ddod. Rhowch pryd yr oedd.
crisis-problem-before-asked = Gofynnwyd am help { $asked }. Ni all yr hyn a wnaed { $at } fod cyn hynny.
crisis-problem-response = Dewiswch beth a wnaed
crisis-problem-outcome = Dewiswch sut y daeth i ben
crisis-problem-nothing = Ychwanegwch o leiaf un peth

## One of them

crisis-title = Cymorth brys, { $when }
crisis-received = Gofynnwyd am help
crisis-took = Amser hyd yr ymateb cyntaf
crisis-took-hours = Oriau: { NUMBER($hours) }, munudau: { NUMBER($minutes) }
crisis-took-none = Nid oes ymateb wedi’i nodi eto
crisis-signing = Llofnod
crisis-entries-title = Beth a wnaed a beth a ddywedwyd
crisis-entries-none = Ni ychwanegwyd dim eto.
crisis-entry-told = Cafodd wybod: { $names }
crisis-entry-written = Nodwyd { $when }
crisis-add-title = Ychwanegu beth a wnaed, neu sut y daeth i ben
crisis-add-intro = Mae’r hyn sydd yno’n aros fel y mae. Mae’r hyn a ychwanegwch yn sefyll wrth ei ochr, gyda’ch enw a’r amser.
crisis-add-save = Ychwanegu hwn
crisis-added = Mae wedi’i ychwanegu.
crisis-signed = Diolch. Mae wedi’i lofnodi.
crisis-steps-title = A newidiodd y cymorth?
crisis-steps-none = Dim newid yn y cymorth oherwydd argyfwng ers hynny.
crisis-step = { $level } o { $on }
crisis-line-took = Ymateb cyntaf: { $took }
crisis-open = Agor
