## Stepping in

handover-act = Os ydych chi’n camu i’r adwy
handover-carer-act = Os ydych chi’n cymryd eu lle
handover-family-title = Os ydych chi’n camu i’r adwy: { $family }
handover-carer-title = Os ydych chi’n cymryd lle gofalwr maeth: { $carers }
handover-made = Beth y caiff { $reader } ei weld, { $when }
handover-now = Nawr
handover-ring = Rhifau i’w ffonio
handover-calls = Galwadau am help sy’n agored
handover-call-open = Does neb wedi dweud sut y daeth i ben
handover-hard-time-none = Nid yw’r cynllun yn dweud eto beth i’w wneud pan fydd pethau’n anodd. Ffoniwch un o’r rhifau uchod.
handover-hard-time-withheld = Mae’r cynllun ar gyfer y rhai sy’n gweithio gyda’r teulu. Ffoniwch un o’r rhifau uchod.
handover-due = I’w wneud yn y saith diwrnod nesaf
handover-due-none = Nid oes dim i’w wneud yn y saith diwrnod nesaf.
handover-visits = Yr ymweliadau diwethaf
handover-others =
    { $n ->
        [zero] Nid oes teulu arall ganddyn nhw nad yw’n agored i chi.
        [one] Mae un teulu arall ganddyn nhw nad yw’n agored i chi.
        [two] Mae dau deulu arall ganddyn nhw nad ydyn nhw’n agored i chi.
        [few] Mae { NUMBER($n) } theulu arall ganddyn nhw nad ydyn nhw’n agored i chi.
        [many] Mae { NUMBER($n) } theulu arall ganddyn nhw nad ydyn nhw’n agored i chi.
       *[other] Mae { NUMBER($n) } teulu arall ganddyn nhw nad ydyn nhw’n agored i chi.
    }

## A family on two pages

handover-summary-act = Crynodeb ar ddwy dudalen (PDF)
handover-summary-title = Crynodeb: { $family }
handover-person = { $name } · { $who }
handover-more = A mwy: { NUMBER($n) }
handover-goal-marks = { $first } i ddechrau, { $now } nawr ({ $on })
handover-goal-mark = { $now } ({ $on })
handover-weeks = Yr wythnosau diwethaf: { NUMBER($n) }
handover-calls-count = Yn y 13 wythnos diwethaf: { NUMBER($n) }
handover-last-review = Beth benderfynodd yr adolygiad diwethaf
