## Front page

public-front-title = Support beside families
public-front-lead = A specially trained foster carer works beside a family, so that children can stay at home or come home.
public-front-how-title = How it works
public-front-how-one = One carer works with up to four families at a time.
public-front-how-two = There is more support when a family needs more, and less when things are better.
public-front-how-three = Your plan is yours: your goals, in your words.
public-front-how-four = It is always your choice to take part.
public-front-for-title = Is it for us?
public-front-for-body = Your family’s social worker can ask for it. Talk with them about what would help.
public-front-carer-title = What the carer does
public-front-carer-body = Helps with the day: bedtimes, mealtimes, getting to school, playing together. Listens. Can have the children to stay over for a night or two.
public-front-staff-title = For staff
public-front-staff-body = Sign in to refer a family or carry on with your work.
public-front-join-title = For authorities
public-front-join-body = Thinking of joining? Talk to the programme team.
public-danger = If somebody is in danger now, ring 999.

## Help

public-help-title = Help
public-help-danger-title = In danger now
public-help-danger-body = Ring 999. If you cannot speak, press 55 when asked.
public-help-worried-title = Worried about a child
public-help-worried-body = Ring your council or Trust and ask for children’s services, day or night. Writing in this service is not the same as telling them.
public-help-young-title = Children and young people
public-help-young-body = Childline is free, day and night: 0800 1111. The call does not show on the phone bill.
public-help-leave-title = Leaving quickly
public-help-leave-body = Press “Leave this page” at the top. Your browser still remembers the pages you saw: clear its history if somebody could look.
public-help-sign-in-title = Trouble signing in
public-help-sign-in-body = Ask the programme team or the administrator of your area for a new link.
public-help-language-title = Welsh or English
public-help-language-body = Every page is in both. Change it at the top of any page: you stay where you are, and what you typed stays too.
public-help-complain-title = Not happy with something
public-help-complain-body = Tell the programme team. You can have an advocate beside you, who works for you and nobody else.

## Accessibility statement

public-accessibility-title = Accessibility statement
public-accessibility-intro = Everyone should be able to use this service, on any phone and with any way of reading.
public-accessibility-can-title = What you can do
public-accessibility-can-zoom = Make everything twice as large without losing any of it
public-accessibility-can-narrow = Use it on a narrow phone without moving sideways
public-accessibility-can-keyboard = Do everything with a keyboard, or with your voice
public-accessibility-can-reader = Have it read aloud by a screen reader, in the right language
public-accessibility-can-script = Use it without scripts
public-accessibility-can-colours = Choose your own colours, dark or light
public-accessibility-standard-title = How well it does
public-accessibility-standard-body = We aim at the Web Content Accessibility Guidelines 2.2, level AA, and test every page against them.
public-accessibility-not-title = What we know is not good enough
public-accessibility-not-body = Some Welsh is a draft and has not been checked by a person. Those pages say so.
public-accessibility-tell-title = Tell us
public-accessibility-tell-body = If something does not work for you, or you need it in another form, tell the programme team.
public-accessibility-enforce-title = If you are not happy with our answer
public-accessibility-enforce-body = In Wales and England, the Equality Advisory and Support Service can help. In Northern Ireland, the Equality Commission can.

## Privacy notice

public-privacy-title = Privacy notice
public-privacy-intro = What is kept about you, why, who can read it, and what you can ask for.
public-privacy-what-title = What is kept
public-privacy-what-body = Names, dates of birth, how to reach you safely, what is going well, what worries people, and what is agreed with you.
public-privacy-why-title = Why
public-privacy-why-body = To support your family and keep children safe. The authority and the charity both answer for it in law.
public-privacy-who-title = Who can read it
public-privacy-who-body = Only people who work with your family. Every opening is written down, and you can see which roles have looked.
public-privacy-safe-title = How it is kept safe
public-privacy-safe-body = Names, addresses and what people write are sealed with a key of their own. Somebody with a copy of the disk cannot read them.
public-privacy-long-title = How long
public-privacy-long-body = As long as the law says, which depends on whether a child has ever been in care. The programme team can tell you the date for your family.
public-privacy-rights-title = What you can ask for
public-privacy-rights-copy = A copy of what is written about you
public-privacy-rights-correct = To put something right, or to write your own view beside it
public-privacy-rights-object = To stop something we do with it
public-privacy-rights-complain = To complain to the Information Commissioner’s Office: 0303 123 1113
public-privacy-cookies-title = Cookies
public-privacy-cookies-body = One cookie keeps you signed in. There are no others, and nothing is sent to another company.

## What we do not do

public-not-title = What we do not do
public-not-intro = Some things are left out on purpose.
public-not-writing = No machine writes about you. Every word about a family was written by a person.
public-not-score = Nothing here scores or ranks families, or guesses what you will do.
public-not-map = There are no maps of homes.
public-not-location = Nobody’s phone is followed.
public-not-games = There are no points, badges or streaks.
public-not-third = No page sends anything to another company.
public-not-sell = What is written here is not sold, and it is not used to sell to you.

public-accessibility-not-tried = We have not yet tried it with every screen reader, or on very old phones.
