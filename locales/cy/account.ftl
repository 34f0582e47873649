## The list of people

account-list-title = Pobl
account-list-intro = Pawb sydd â chyfrif yn yr ardal hon, a’r hyn y cânt ei wneud.
account-list-empty = Dim cyfrifon eto. Gwahoddwch y person cyntaf.
account-list-caption = Pobl â chyfrif, yn ôl enw
account-column-name = Enw
account-column-roles = Rolau
account-column-signed-in = Mewngofnodi diwethaf
account-column-state = Cyflwr
account-state-invited = Wedi’u gwahodd
account-state-open = Ar agor
account-state-closed = Ar gau
account-signed-in-never = Byth
account-second-missing = Dim ail brawf eto

## Invite

account-invite-title = Gwahodd person
account-invite-name = Enw
account-invite-email = Cyfeiriad e-bost
account-invite-language = Iaith y gwahoddiad
account-invite-role = Rôl gyntaf
account-invite-send = Gwneud y gwahoddiad
account-invite-made-title = Gwahoddiad wedi’i wneud
account-invite-made-body = Rhowch y ddolen hon i { $name } eich hun, mewn ffordd rydych yn ymddiried ynddi. Mae’n gweithio unwaith, tan { $when }.
account-invite-again = Gwneud dolen newydd
account-invite-problem-name = Rhowch enw’r person
account-invite-problem-email = Rhowch gyfeiriad e-bost
account-invite-problem-email-taken = Mae cyfrif â’r cyfeiriad e-bost hwn yn barod

## One person

account-title = Cyfrif: { $name }
account-details = Manylion
account-contact-change = Newid manylion cyswllt
account-contact-saved = Mae’r manylion cyswllt wedi’u newid.
account-roles = Rolau
account-roles-none = Dim rolau
account-role-since = Ers { $day-short }
account-role-until = Tan { $day-short }
account-role-ended = Daeth i ben: { $day-short }
account-role-ends-on = Diwrnod olaf
account-duties = Dyletswyddau
account-duties-none = Dim dyletswyddau

## A role needs two people

account-propose-title = Cynnig rôl
account-propose-intro = Rhaid i rywun arall ei chadarnhau cyn iddi gyfrif.
account-propose-role = Rôl
# term
account-propose-site = Ardal y rhaglen
account-propose-from = O
account-propose-reason = Pam mae ei hangen arnyn nhw
account-propose-send = Cynnig y rôl
account-proposed = Mae’r rôl wedi’i chynnig. Bydd yn cyfrif pan fydd ail berson yn ei chadarnhau.
account-proposals-title = Rolau i’w cadarnhau
account-proposals-empty = Does dim rolau’n aros i’w cadarnhau.
account-proposal-by = Cynigiwyd gan { $who }, { $when }
account-proposal-line = { $name }: { $role }, { $site }
account-confirm = Cadarnhau’r rôl
account-confirmed = Mae’r rôl wedi’i chadarnhau.
account-confirm-own = Chi gynigiodd hon. Rhaid i rywun arall ei chadarnhau.
account-confirm-self = Ni allwch gadarnhau rôl i chi’ch hun.
account-refuse = Gwrthod
account-refused = Mae’r cynnig wedi’i wrthod.
account-role-end = Dod â’r rôl i ben
account-role-end-confirm = Bydd y person yn colli mynediad yr un funud.
account-role-ended-done = Mae’r rôl wedi dod i ben.
account-problem-role = Dewiswch rôl
account-problem-site = Dewiswch ardal y rhaglen
account-problem-reason = Ysgrifennwch pam mae angen y rôl arnyn nhw
account-problem-has-role = Mae’r rôl hon ganddyn nhw’n barod
account-problem-proposed = Mae’r rôl hon wedi’i chynnig yn barod

## Sign-ins and closing

account-sign-ins = Wedi mewngofnodi nawr
account-sign-ins-none = Heb fewngofnodi yn unman
account-sign-in-end = Terfynu’r mewngofnodi hwn
account-sign-in-ended = Mae’r mewngofnodi wedi dod i ben.
account-close = Cau’r cyfrif
account-close-hint = Ni fydd y person yn gallu mewngofnodi mwyach. Mae’r hyn a ysgrifennwyd ganddyn nhw’n aros.
account-closed = Mae’r cyfrif wedi’i gau.

## Tokens for other systems

account-token-title = Tocynnau i systemau eraill
account-token-make = Gwneud tocyn
account-token-name = At beth mae’r tocyn
account-token-scopes = Beth y caiff ei wneud
account-token-shown-once = Copïwch y tocyn nawr. Dim ond unwaith y mae’n cael ei ddangos.
account-token-none = Dim tocynnau
account-token-last-used = Defnyddiwyd ddiwethaf: { $ago }
account-token-end = Terfynu’r tocyn
account-token-ended = Mae’r tocyn wedi dod i ben.

account-role-at = { $role } ({ $site })
account-whole-house = Pob ardal y rhaglen
account-sees = Gweinyddwyr ac archwilwyr
account-open = Agor y cyfrif
account-second = Ail brawf
account-second-done = Wedi’i osod
account-language = Iaith
account-invite-intro = Byddan nhw’n dewis sut i fewngofnodi drwy ddolen y byddwch chi’n ei rhoi iddyn nhw. Nid yw’n agor dim nes bod rôl wedi’i chadarnhau.
account-invite-link = Dolen
account-invite-once = Dim ond ar y dudalen hon y bydd y ddolen yn cael ei dangos.
account-invite-again-intro = Bydd y ddolen a roesoch o’r blaen yn peidio â gweithio.
account-contact-intro = Maen nhw’n mewngofnodi â’r cyfeiriad hwn. Gwiriwch gyda nhw wyneb yn wyneb neu dros y ffôn cyn ei newid.
account-propose-from-hint = Gadewch hwn yn wag os dylai gyfrif o’r diwrnod y caiff ei chadarnhau.
account-grant-title = Rôl: { $role }
account-grant-person = Person
account-grant-proposed-by = Cynigiwyd gan
account-grant-decided-by = Cadarnhawyd gan
account-grant-stage-proposed = Yn aros am ail berson
account-grant-stage-held = Yn cyfrif
account-grant-stage-declined = Gwrthodwyd
account-grant-stage-ended = Wedi dod i ben
account-acts = Yr hyn maen nhw wedi’i wneud
account-problem-email-same = Dyma’r cyfeiriad sydd ganddyn nhw nawr
