## What people are sent: that there is something to read, and where. Nothing of any family, no programme in the subject

send-from-name = Messages
send-subject = There is a message for you
send-subject-link = Here is the link you asked for
send-subject-trial = A trial message
send-body-one-time-link = Here is the link you asked for. It works once, until { $until }.
send-body-draft-ends = You began something and have not sent it. It will be deleted on { $on } unless you change it before then.
send-body-referral-received = What you sent has arrived. You will hear from us by { $by }.
send-body-referral-received-outside = What you sent has arrived. You will hear from us by { $by }. If you ask about it, give this reference: { $reference }
send-body-referral-to-decide = Something is waiting for you to decide.
send-body-offer-made = There is a question for you. An answer helps, whether it is yes or no.
send-body-offer-answered = What you asked has an answer.
send-body-match-made = Something has been decided that concerns you.
send-body-support-ended = Something you know of has come to an end. What was said of it is there to read.
send-body-ring-carer = Please look at your first page today: there is somebody to ring.
send-body-urgent-to-read = Something waits for you that should be read soon.
send-body-information-asked = Somebody has asked you something.
send-body-information-asked-by = Somebody has asked you something. An answer helps most by { $by }.
send-body-information-given = What you asked has been answered.
send-body-decision-made = There is a decision for you to read.
send-body-outcome-asked = We would like to ask you how something went.
send-body-trial = This is a trial. If you can read it, sending works.
send-body-nothing-more = This message says nothing more, so that nobody else learns anything from it.
send-body-no-answer = Nobody reads answers to this address.
send-link-read = Read it after signing in: { $link }
send-link-open = Open it here: { $link }
send-text-family-told = There is a message for you. Please ring the person you know here when you can.
send-text-family-told-next = We have not forgotten you. You will hear from us again by { $by }.

## The list of messages

send-list-title = Messages
send-list-intro = What the service sends, and whether it went. Whom a message is for and what it is about is not shown here.
send-list-empty = Nothing has been sent yet. Messages appear here when somebody refers a family, asks, answers or decides.
send-list-caption = Messages, newest first
send-list-column-posted = Posted
send-list-column-kind = Message
send-list-column-channel = How
send-list-column-language = Language
send-list-column-state = State
send-list-column-tries = Tries
send-list-column-why = Last trouble
send-list-given-up-title = Given up
send-list-of-sites = When people are left alone
send-list-older = Older messages
send-list-from-start = Newest messages
send-list-given-up = { $n ->
    [one] One message was given up. Somebody has not heard from us.
   *[other] { NUMBER($n) } messages on this page were given up. Somebody has not heard from us.
}
send-list-kept = This is a demonstration or a trial of the whole: nothing leaves this machine.
send-list-no-mail = No e-mail leaves this service: no mail server was named when it was started.
send-list-no-text = No text message leaves this service: no gateway was named when it was started.
send-again = Try again
send-again-done = It will be tried again now.
send-trial-title = Is sending working?
send-trial-intro = Send an e-mail to your own address.
send-trial = Send me a trial
send-trial-done = A trial is on its way to your own address.
send-state-queued = Waits
send-state-queued-until = Waits until { $when }
send-state-sent = Sent { $when }
send-state-kept = Would have been sent { $when }
send-state-given-up = Given up
send-state-segments = { $n ->
    [one] One text segment
   *[other] { NUMBER($n) } text segments
}
send-channel-email = E-mail
send-channel-sms = Text message
send-kind-one-time-link = A link to refer by
send-kind-draft-ends = A draft will be deleted
send-kind-referral-received = A referral has arrived
send-kind-referral-received-outside = A referral from outside has arrived
send-kind-referral-to-decide = A referral is to be decided
send-kind-information-asked = Something was asked
send-kind-information-given = Something was answered
send-kind-decision-made = There is a decision
send-kind-family-told = A family is told
send-kind-outcome-asked = What happened after is asked
send-kind-offer-made = An offer to a carer
send-kind-offer-answered = A carer has answered
send-kind-match-made = A carer is found
send-kind-support-ended = Work with a family has ended
send-kind-ring-carer = There is somebody to ring
send-kind-urgent-to-read = Something to be read soon
send-kind-trial = A trial
send-failure-no-answer = The server did not answer
send-failure-not-now = The server said: not now
send-failure-not-let-in = The server does not accept our name or password
send-failure-not-safe = No safe connection could be made
send-failure-refused = The server refuses this message
send-failure-no-address = This is no address a message can go to
send-failure-gone = The person can no longer be reached
send-failure-no-way = No way of sending was set up

## When people are left alone

send-hours-title = Quiet hours
send-hours-heading = Quiet hours: { $place }
send-hours-intro = In these hours nothing is sent that can wait until the morning. A link somebody waits for is sent at any time.
send-hours-from = Quiet from
send-hours-to = Quiet until
send-hours-hint = The time by the clock, such as 21:00. Two equal times mean no quiet hours.
send-hours-ring = The number families ring
send-hours-ring-hint = It is printed on letters. Leave it empty if there is none; letters then name a person.
send-hours-save = Save
send-hours-saved = The quiet hours are saved.
send-hours-problem-time = Enter a time such as 21:00
send-hours-problem-ring = Enter a telephone number of at most 30 digits and spaces

## A text to somebody in the family

send-offer-title = Send it as a text
send-offer-intro = You chose “by message”. These adults gave a number that is safe, and may be left a message. Tick whom to send exactly this:
send-offer-whom = Whom to send a text
send-offer-none = No adult here can be sent a text: there is no safe mobile number, or no message may be left.
send-offer-no-way = This service cannot send texts. Tell them another way, or send it yourself, and then keep it here.
send-offer-language = In the language of { $name }
send-offer-length = { $n ->
    [one] Sent as one text.
   *[other] Sent and paid for as { NUMBER($n) } texts.
}
send-offer-letters = These letters make it longer: { $letters }
send-offer-send = Send the text and keep what was said
send-offer-keep = Keep what was said, send no text
send-offer-sent = The text will be sent, and what was said is kept.
send-offer-problem = Choose somebody who can be sent a text, or send none

## A letter for one adult

send-letter-title = Letters
send-letter-intro = One letter for each adult, in the language they read. It says where things stand and when they next hear, and nothing of anybody else.
send-letter-hidden = The address must not be shown, so the letter has none. Give it to them yourself, or in a way they said is safe.
send-letter-choose = Letter for { $name }
send-letter-print = Print this page. Only the letter is printed.
send-letter-dear = Dear { $name },
send-letter-submitted = We have received the request for help for your family. It is not decided yet.
send-letter-submitted-by = We will tell you by { $by } what is decided.
send-letter-waiting = We said yes. You are waiting for a carer.
send-letter-waits-for = What we are waiting for: { $things }.
send-letter-waits-for-place = a free place
send-letter-waits-for-near = a carer near you
send-letter-waits-for-language = a carer who speaks your language
send-letter-waits-for-skills = a carer with the right skills
send-letter-waits-for-family-ready = a time that is right for you
send-letter-matched = A carer is beginning to work with your family.
send-letter-not-accepted = We cannot help this time. Your social worker can tell you why, and what else there is.
send-letter-withdrawn = The request for help was taken back, so nothing more will happen with it.
send-letter-next = You will hear from us again by { $by }.
send-letter-ring = If you want to ask anything, ring us on { $number }.
send-letter-ask-for = If you want to ask anything, ask for { $name }.
send-letter-danger = If somebody is in danger now, ring 999.
send-letter-yours = Yours sincerely,
