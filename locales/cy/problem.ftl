## Titles of problems other systems get from the interface; the code in the address is the same word

problem-title = Problem: { $code }
problem-intro = Beth mae’r ateb hwn gan y rhyngwyneb yn ei olygu.
problem-unauthenticated = Mae angen tocyn dilys
problem-not-found = Nid oes y fath beth, neu nid yw ar agor i chi
problem-forbidden = Ni chaiff y tocyn hwn wneud hynny
problem-step-up = Rhaid i’r person brofi eto pwy ydyn nhw
problem-validation = Mae angen edrych eto ar rai meysydd
problem-stale = Mae wedi newid ers i chi ei ddarllen
problem-precondition-required = Anfonwch If-Match gyda’r fersiwn a ddarllenoch
problem-idempotency-reused = Defnyddiwyd yr allwedd idempotency honno ar gyfer corff arall
problem-idempotency-missing = Anfonwch Idempotency-Key
problem-too-large = Mae’r corff yn rhy fawr
problem-too-many = Gormod o geisiadau
problem-bad-json = Nid yw’r corff yn JSON o’r math rydym yn ei ddisgwyl
problem-unsupported-media = Anfonwch application/json
problem-not-acceptable = Dim ond mewn application/json y gallwn ateb
problem-method = Nid yw’r cyfeiriad hwnnw’n derbyn y dull hwn
problem-unavailable = Mae’r gwasanaeth yn brysur; rhowch gynnig arall arni
problem-read-only = Gall y gwasanaeth ddarllen ond nid cadw ar hyn o bryd
problem-decided = Mae penderfyniad wedi’i wneud yn barod
problem-refused = Nid yw rheolau’r rhaglen yn ei ganiatáu
problem-agreement = Nid oes cytundeb rhannu gwybodaeth mewn grym
problem-limit = Y terfyn yw 1 i 100
problem-cursor = Nid ein nod tudalen ni yw hwnnw
problem-unexpected = Aeth rhywbeth o’i le; ni chafodd dim ei gadw
problem-internal-code = Dyfynnwch y cod hwn: { $code }
