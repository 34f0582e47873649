## What other systems are told when a call does not work; the word in the address is the code in the answer

problem-title = Problem: { $code }
problem-intro = What this answer of the interface means.
problem-to-do = What to do
problem-status = HTTP status { $status }
problem-internal-code = Quote this code: { $code }

## Each problem: its title, what it means, what to do

problem-bad-json = The body is not JSON we can read
problem-bad-json-means = The body could not be read as JSON: it breaks the rules of JSON, or is nested too deeply, or is not UTF-8.
problem-bad-json-do = Check the body with any JSON tool. Nothing was saved.
problem-unauthenticated = A valid token is needed
problem-unauthenticated-means = There was no token with the call, or the one sent is unknown, has ended or is past its day. We do not say which.
problem-unauthenticated-do = Send “Authorization: Bearer” and the token. Whoever made it can make a new one.
problem-forbidden = This token may not do that
problem-forbidden-means = The token is known, but the person or the programme area it acts for may not do this, or no information sharing agreement is in force there.
problem-forbidden-do = Ask the programme manager of the area, or use a token made for this purpose.
problem-step-up = The person must prove again who they are
problem-step-up-means = This asks for a proof of who somebody is that is less than ten minutes old. A program cannot give one.
problem-step-up-do = The person does this on the pages, signed in.
problem-not-found = There is no such thing, or it is not open to you
problem-not-found-means = Either there is nothing at this address, or the token may not open it. The answer is the same for both, so that nobody learns who has a record.
problem-not-found-do = Check the id. If you need the record, ask the programme manager of the area.
problem-method = That address does not take this method
problem-method-means = The address exists, but not with this method. The header “Allow” names those it takes.
problem-method-do = See the description of the interface at /api/openapi.json.
problem-decided = It was decided already
problem-decided-means = The referral was accepted, not accepted, withdrawn or joined with another before. What it is now is with the answer.
problem-decided-do = Read “now” in the answer. A decision is not made twice.
problem-refused = The rules of the programme do not allow it
problem-refused-means = What was asked for cannot be done to the record as it is now. Nothing was saved.
problem-refused-do = Read the record again and see what has changed.
problem-idempotency-reused = That Idempotency-Key came with something else before
problem-idempotency-reused-means = A key stands for one call. This one was sent before with another body or to another address, within the last seven days.
problem-idempotency-reused-do = Use a new key for every new call, and the same key only to send the same call again.
problem-stale = It was changed since you read it
problem-stale-means = Somebody changed the record after you read it. Nothing was saved. What you sent is in “mine” and what the record is now is in “now”.
problem-stale-do = Compare the two, decide again, and send it with the version the record has now.
problem-precondition-required = Send If-Match with the version you read
problem-precondition-required-means = A decision needs to say which version of the record it is about, so that nobody decides on what they have not seen.
problem-precondition-required-do = Read the record, and send its ETag back in the header “If-Match”.
problem-too-large = The body is too large
problem-too-large-means = A call can carry up to 2 MB.
problem-too-large-do = Send less at once. Nothing was saved.
problem-unsupported-media = Send application/json
problem-unsupported-media-means = The body was of another kind than JSON, or did not say what it is.
problem-unsupported-media-do = Send the header “Content-Type: application/json”.
problem-validation = Some fields need another look
problem-validation-means = The call could be read, but some of its values cannot be kept as they are. Each is in “errors” with the name of the field.
problem-validation-do = Put every one of them right and send the call again. Nothing was saved.
problem-too-many = Too many wrong tokens
problem-too-many-means = Too many calls without a valid token came from this address in a short time.
problem-too-many-do = Wait as long as the header “Retry-After” says, and check the token.
problem-unavailable = The service is busy
problem-unavailable-means = The service could not read or save just now. Nothing was saved.
problem-unavailable-do = Wait as long as the header “Retry-After” says, and send the same call again with the same Idempotency-Key.
problem-unexpected = Something went wrong on our side
problem-unexpected-means = This is a fault of ours. Nothing was saved.
problem-unexpected-do = Tell whoever runs the service the code in the answer.

## What is wrong with one field

problem-field-unknown = There is no field of this name
problem-field-duplicate = This field is there twice
problem-field-missing = This field is needed
problem-field-type = This field takes another kind of value
problem-field-empty = Write something here
problem-field-long = Use { NUMBER($max) } characters or fewer
problem-field-one-of = Use one of these: { $keys }
problem-field-day = Write a real day, like 2026-03-14
problem-field-future = The day must be today or earlier
problem-field-id = This is not an id
problem-field-child-only = { $person }: only a child has this
problem-field-unborn-adult = { $person }: only a child can be expected
problem-field-legal-status = { $person }: use a key of the legal statuses of the nation
problem-field-only-with = This goes only with { $other }
problem-field-no-person = There is nobody at this place in “people”; the first place is 0
problem-field-no-child = No child of this family has this id
problem-field-columns = This file has { NUMBER($columns) } columns; say of each what it holds
problem-field-key = Use 1 to { NUMBER($max) } plain characters
problem-limit = The limit is 1 to 100
problem-cursor = That page marker is not ours
problem-short = Write at least two letters
