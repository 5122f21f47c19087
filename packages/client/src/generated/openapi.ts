/** Written by `npm run client` from the OpenAPI document; not by hand. */
export interface paths {
    "/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The plans of the campaign, newest first
         * @description With their status and their numbers, page by page. A page that few plans pass may end before it is full; `next` goes on.
         */
        get: operations["listPlans"];
        put?: never;
        /**
         * Plan walks for an area and a number of volunteers
         * @description Draws the targets of the area, leaves out what was visited, is held or held out, and shares the rest out among the walkers. What takes longer than 10 seconds, asks for more than 50 walkers or more than 1,000 `targets`, or comes with `Prefer: respond-async`, becomes a job: 202, and the plan later at `Location`. `Prefer: wait=N` says how long to wait for it.
         */
        post: operations["createPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{planId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A plan: JSON, GeoJSON, pages to print, or a table
         * @description As planned; the suffix or `Accept` chooses the form. While it is being made 202 tells how far it is; with `Prefer: wait=N` the answer waits for it so long. A plan that failed is 422 with the reason, one that was cancelled 410. Above 4 MB of JSON it is told in brief, with a link to each walk.
         */
        get: operations["getPlan"];
        put?: never;
        post?: never;
        /**
         * Cancel a plan that is being made, or remove a finished one with its walks
         * @description A plan in the making stops. A finished one goes with its walks, and what they hold is free again; links to them say that the walk is gone, and what was noted on the way is still taken as visits. With `?walking=refuse` a plan stays whose walks somebody is on: 409 tells how many. Doing it again is 404.
         */
        delete: operations["deletePlan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{planId}/left-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every target that is on no walk, with the reason
         * @description The plan itself lists the first 1,000; here all of them are, page by page.
         */
        get: operations["listLeftOut"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{planId}/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a plan was asked with: a request that can be sent again
         * @description As it was sent, with its defaults, whatever became of the plan. Own places of volunteers are rounded as plans keep them, and their ids are those of the caller. Of a roll-call or an edit: who was there, and what was excluded or made key.
         */
        get: operations["getPlanRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/walks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Walks that were handed out, by walker and state; those of a plan, drafts included
         * @description For an app that was installed again: `walker=v-17&state=leased,started` finds the walk of its volunteer. Drafts are listed with `plan` only. A key that may only report names the walker whose walks it asks for. A page that few walks pass may end before it is full; `next` goes on.
         */
        get: operations["listWalks"];
        put?: never;
        /**
         * A walk for one volunteer, now and from here; nobody else gets its doors
         * @description Plans for everybody who asks at the same moment together, so that each gets an area of his own, and leases the targets at once. Nothing due within about a kilometre is 409 `walk.none_left`.
         */
        post: operations["walkNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/walks/{walkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A walk in the form of its suffix, or of `Accept`
         * @description As it stands now: a walk that was shortened or planned again is told as it became. The suffix or `Accept` chooses the form: JSON for programs, GeoJSON for maps, GPX for navigation, HTML for paper, CSV for spreadsheets.
         */
        get: operations["getWalk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/walks/{walkId}/shorten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The walker is late: keeps what fits into the minutes left, and gives the rest back
         * @description Keeps what is done, puts the best of the walk's own stops that still fit into the minutes in order, and frees the rest for others at once. The plan stays as it was planned.
         */
        post: operations["shortenWalk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/walks/{walkId}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Draft, leased, started or over
         * @description Who has the walk, until when it holds its targets, and whether it has begun or ended.
         */
        get: operations["getWalkState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/walks/{walkId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The walker sets out
         * @description Only a leased walk begins. Doing it again changes nothing.
         */
        post: operations["startWalk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/walks/{walkId}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The walk is over; what was not visited is free again
         * @description Its targets and reserves may be planned and handed out again at once. Doing it again changes nothing.
         */
        post: operations["finishWalk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/walks/{walkId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The walk is given back
         * @description As if it had not been handed out: its targets and reserves are free at once. Doing it again changes nothing.
         */
        post: operations["releaseWalk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/walks/{walkId}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The walker needs longer
         * @description The targets are held until so many minutes from now, and an hour of grace.
         */
        post: operations["extendWalk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/walks/{walkId}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody else takes the walk over
         * @description The walk and what it holds go on under another id of a walker. Ids are opaque: never a name.
         */
        post: operations["handoverWalk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/walks/{walkId}/pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A walk to be walked offline; with `?since=` only what changed
         * @description The walk with its reserves, and streets and buildings around it, at most 150 KB compressed, to be kept on a phone. With `?since=` and the `cursor` of the answer before only what happened meanwhile comes.
         */
        get: operations["getWalkPack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The walk that the link of this call opens
         * @description For the page that a link leads to: of its walk the token does not say the id. A key opens no walk: 404.
         */
        get: operations["getLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/walks/{walkId}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The links of this walk, without their tokens
         * @description When each was made, until when it opens the walk, and the last day that somebody came by it.
         */
        get: operations["listLinks"];
        put?: never;
        /**
         * A link that opens this walk on a phone without a key
         * @description Whoever has it may read the walk, start, prolong, shorten, finish and hand it over, and report visits at its targets; nothing else. The token is behind the `#` of the address, which no server is told, and goes into `Authorization: Bearer` only.
         */
        post: operations["createLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/walks/{walkId}/links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a link at once
         * @description Whoever comes by it gets 401 from the next call on. The walk stays with its walker.
         */
        delete: operations["deleteLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The invitations of the campaign, newest first
         * @description What each offers, how many came, and whether it still gives walks.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * One link for a meeting point: so many walks, until a time, inside an area
         * @description To be shown at the meeting point, as a QR code. Whoever opens it says how long he has and whether he takes stairs, and gets a leased walk of his own near the others, with a link of its own. Area and priority are checked now, not when people stand there.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an invitation offers, and whether it still gives walks
         * @description Also for whoever comes by it: where the meeting point is, until when, and how many places are left.
         */
        get: operations["getInvitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{invitationId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * No more walks by this invitation; those that were given stay
         * @description Whoever comes by it from now on is told so. Doing it again changes nothing.
         */
        post: operations["closeInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{invitationId}/walks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A walk for whoever comes by the invitation, with a link of its own
         * @description Plans for all who come at the same moment together, as `POST /v1/walks` does. When all walks are given it is 409 `invitation.full`; when nothing is due any more 409 `walk.none_left`, and the place stays free. With an `Idempotency-Key` whoever asks again gets the same walk.
         */
        post: operations["takeInvitedWalk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{planId}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lease all targets of a plan, or none: 409 names the blocks that are no longer free
         * @description Takes a lease on every target and reserve of a draft, block by block, and all of them or none. From then on no other plan or walk gets them until the walks are over.
         */
        post: operations["commitPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{planId}/replan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Roll-call: the plan again for those who are there; what is done stays done
         * @description Makes a new plan of a plan for those who are there, which takes its place. What was visited stays done, walks that go on keep their ids, and leases go over at one moment.
         */
        post: operations["replan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{planId}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a plan by hand; all that is not touched stays as it is
         * @description Makes a new plan of a plan, which takes its place: with edits, or with edits taken back or made again. Walks that no edit touches stay as they are; the answer tells what it cost.
         */
        post: operations["editPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Two plans side by side: figures, and what changed, walk by walk and target by target
         * @description Both are read as they were planned; nothing is planned, stored or leased. Walks of the two are the same where they have one id, else where they share most targets. The targets that changed come page by page, the figures and counts with every page.
         */
        post: operations["comparePlans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{planId}/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where a latecomer goes, who takes a walk, what to add for minutes left over
         * @description Ranked ways to go on with a plan as its walks stand at the moment, found by a short search around the walks concerned. Nothing is planned, stored or leased. What each brings is a prediction. Reserves of other walks are not touched.
         */
        post: operations["suggest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{planId}/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What each wish of a plan costs: the prize that leaving it out would bring
         * @description Return to the start, one start for all, door limits, stairs, key buildings, hold-outs and what is excluded: each is left out of the plan by itself, and its walks are searched on for a moment. What searching alone brings is taken off. Nothing is planned, stored or leased. It ends within 8 seconds.
         */
        post: operations["priceWishes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Coverage against the number of walkers and their minutes, without planning
         * @description Draws the curve of doors and prize against the number of walkers, and reads off it how many walkers and evenings a goal takes. Nothing is planned, stored or leased. It ends within 8 seconds.
         */
        post: operations["estimate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Visits at targets of 11 doors or more, as they were reported
         * @description Of smaller targets no visit is told, because none is kept: their sums are in the coverage. `Accept: application/x-ndjson` gives a line for each visit, and the next page in `Link`. What comes late may stand before what was read already. Nothing is told any more once the last ballot is over.
         */
        get: operations["listVisits"];
        put?: never;
        /**
         * Report visits; sending one twice changes nothing
         * @description Each visit is judged by itself and taken once by its `id`, however often it is sent; also offline, late, and after the end of a lease. Of a target below 11 doors only a state is kept.
         */
        post: operations["reportVisits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/walks/{walkId}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Type in a printed walk by its printed numbers; doing it twice changes nothing
         * @description For walks on paper: a line per printed number, as JSON or as CSV with a header. The whole sheet may be typed in again. With `?finish=true` and no line refused the walk is finished; how long its doors took is not learnt from it.
         */
        post: operations["reportPaper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/walks/{walkId}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A building is otherwise than the map says
         * @description A fact out of a fixed list about a target of the walk or a reserve. It waits for an organiser; neither plans nor the region change by it. The same fact of the same target is one correction, however many say it.
         */
        post: operations["createCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What volunteers said of buildings
         * @description Who said it is not kept; how often, and the day of the last time, is.
         */
        get: operations["listCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections/{correctionId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * It is as they say: later plans follow
         * @description `no_such_door` excludes the target, `doors` sets its doors, `other_entrance` moves it where a place was said: as one of the own targets of the campaign (`GET /v1/buildings`). `lift` and `gate` are kept for whoever prepares the region.
         */
        post: operations["acceptCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections/{correctionId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * It is not as they say
         * @description Nothing follows. What followed from an earlier acceptance stays until the own target is removed.
         */
        post: operations["refuseCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the campaign stands in a region
         * @description Counts the doors of every block and precinct: done, leased, to come back to, and left. As GeoJSON it is one hexagon per block. Sums below 11 doors are not told.
         */
        get: operations["getCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assumptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What plans assume at doors: the defaults, and what visits in a region have taught
         * @description For each time of day, from all visits in the region; `calibration` says how many it rests on. A plan learns from those in its area. What a campaign sets itself stands in `assumptions` of its settings and comes before both.
         */
        get: operations["getAssumptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holdouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The hold-outs of the campaign, without their members
         * @description With what they were drawn of, and how many; the members are told by their assignment, once unsealed.
         */
        get: operations["listHoldouts"];
        put?: never;
        /**
         * Draw a hold-out; the answer tells the hash of the seed, not the seed
         * @description Draws blocks or precincts at random, which no plan and no walk gets, to measure what canvassing does. The seed stays sealed, its hash is told at once.
         */
        post: operations["createHoldout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holdouts/{holdoutId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a hold-out that is still sealed; its units may be handed out again
         * @description For one that was drawn by mistake. Whom it held is never told. Once it is unsealed it is evidence: 409 `holdout.unsealed`.
         */
        delete: operations["deleteHoldout"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holdouts/{holdoutId}/unseal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell the seed and the assignment from now on; the units stay held out
         * @description Tells the seed, so that everybody can draw again and compare. It cannot be sealed again.
         */
        post: operations["unsealHoldout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holdouts/{holdoutId}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every unit with its stratum and whether it was held out, once unsealed
         * @description For the evaluation: every unit that could be drawn, in its stratum. Before the hold-out is unsealed it is 409 `holdout.sealed`.
         */
        get: operations["getAssignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holdouts/{holdoutId}/evaluation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What canvassing did: results of the precincts against the draw, once unsealed
         * @description The difference between canvassed and held-out precincts with its 95 % interval, by the pairs or strata of the draw; a regression on the last results as a check; the smallest effect that this design could have shown. Nothing is stored. Before the hold-out is unsealed it is 409 `holdout.sealed`.
         */
        post: operations["evaluateHoldout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{campaign}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Time zone, ballots, goal and rules of coming back
         * @description The defaults where nobody has said anything yet. The `ETag` goes into `If-Match` of a change.
         */
        get: operations["getCampaign"];
        /**
         * Replace the settings; what is not said gets its default
         * @description What is not said gets its default, so send all that is to stay. With `If-Match` it is 412 when somebody has changed the settings since they were read.
         */
        put: operations["putCampaign"];
        post?: never;
        /**
         * Erase everything of the campaign, its keys last; after a failure send it again
         * @description Plans, walks, visits, areas, webhooks, hold-outs and keys: nothing is left, and it cannot be undone. When it breaks off, send it again.
         */
        delete: operations["deleteCampaign"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{campaign}/accesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which key called what, to the minute, newest first; kept 30 days
         * @description An entry per key, call and minute, for those who must know who reads what.
         */
        get: operations["listAccesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The prepared regions in their current version
         * @description Their extent, their sources to be named on maps, and the properties of precincts that weigh doors. What is being copied or damaged is left out.
         */
        get: operations["listRegions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/regions/{name}/precincts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The precincts of a region with all their properties, as GeoJSON
         * @description Polygons with all their properties, `code` among them.
         */
        get: operations["listPrecincts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/regions/{name}/map.geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Streets and building outlines of a region, for drawing a map without any tile server
         * @description MultiLineStrings (`kind: street`, `name`, `class`) and Polygons (`kind: building`, `id`), so that a map needs no tile server.
         */
        get: operations["getRegionMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rankings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stored rankings, newest first
         * @description Page by page, without their areas. `name` lists the versions of one.
         */
        get: operations["listRankings"];
        put?: never;
        /**
         * Rank precincts and squares: where to go first
         * @description Puts the precincts of a region, and the squares that are given, in the order in which to go there, each with what its score is made of and how far its rank moves with the weights. The ranking is stored; the same name again is its next version. Fields about origin, nationality, religion, first names or persons are refused. `cover` and `fresh` ask the ledger of the campaign, as it was at `at`; areas below 11 doors are not ranked by them.
         */
        post: operations["createRanking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rankings/{rankingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A ranking: JSON, a table, or a map
         * @description As it was made; the suffix or `Accept` chooses the form. As CSV it is a line per area, as GeoJSON a feature per area that has an outline, both with all parts of the score.
         */
        get: operations["getRanking"];
        put?: never;
        post?: never;
        /**
         * Remove one version of a ranking; plans made with it stay
         * @description Plans and batches keep what it said. Its number is not given again.
         */
        delete: operations["deleteRanking"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rankings/{rankingId}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which ranked areas to take together, for so many volunteers and evenings
         * @description Neighbouring areas within reach of the meeting point that bring most score per volunteer-hour by the estimate, cut into evenings of equal work; never worse than the best areas one by one. What was visited, leased or held out is left out. Each evening comes with the body of its plan. Nothing is planned, stored or leased. It ends within 25 seconds.
         */
        post: operations["proposeAreas"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stored areas, oldest first
         * @description Page by page; a page of large areas ends at about 4 MB. `fields=id,label,region` leaves their shapes out.
         */
        get: operations["listAreas"];
        put?: never;
        /**
         * Store a shape under an id
         * @description A polygon, precincts or cells under an id, which requests then name as `{ "id": … }`. A drawn shape is judged as a plan would judge it.
         */
        post: operations["createArea"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/areas/{areaId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One stored area
         * @description With its shape, as it was stored.
         */
        get: operations["getArea"];
        put?: never;
        post?: never;
        /**
         * Remove a stored area; plans made with it stay
         * @description Plans and batches that were made with it stay as they are.
         */
        delete: operations["deleteArea"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Batches, oldest first
         * @description With all their plans and how far each is.
         */
        get: operations["listBatches"];
        put?: never;
        /**
         * Plan all shifts of a weekend; what one covers is left out of the next
         * @description One plan per shift and area is made, one after the other as jobs; what one walks to is left out of the next. Follow it at `Location`, or have `batch.completed` sent. With `Prefer: wait=N` the answer waits for it so long, and is 201 when it is done.
         */
        post: operations["createBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{batchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a batch is, with its plans
         * @description `status` is `done` when every plan has ended; one that failed says why in `error`, and the others go on. With `Prefer: wait=N` the answer waits for that so long, and is 202 when it is not done.
         */
        get: operations["getBatch"];
        put?: never;
        post?: never;
        /**
         * Remove a batch with its plans and walks
         * @description What is being planned stops, and what is leased is free again.
         */
        delete: operations["deleteBatch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{batchId}/shifts/{shift}/replan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan a shift again, with what is due when it starts
         * @description What past shifts did counts, and what other shifts will do is left to them. Its plans of before are removed. A shift that has begun is 409.
         */
        post: operations["replanShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{batchId}/pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything to print and carry as one ZIP, for people or for programs
         * @description A folder per shift and area, with a page to print, GPX, GeoJSON and CSV for each walk, and a table of all walks. With `?language=` for people: one page with all sheets, tables for spreadsheets, files named in their language by walk and area, nothing of what has no walks. Above 4.4 MB it is refused with 413: ask for the shifts one by one.
         */
        get: operations["getBatchPack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/buildings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The campaign's own targets in a region
         * @description As they were imported, by id.
         */
        get: operations["listBuildings"];
        put?: never;
        /**
         * Import targets from CSV, GeoJSON points or JSON; the same id again updates
         * @description Each line is judged alone: values are put right where they can be, lines that cannot be taken are listed with what was expected. Every later plan of the campaign in the region uses the targets.
         */
        post: operations["importBuildings"];
        /**
         * Remove one of the campaign's own targets, or all of a region
         * @description With `id` one of them, without it all of the region. What is not there is no error.
         */
        delete: operations["deleteBuildings"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lists that were imported, newest first
         * @description Of the last seven days, page by page; trials are not among them. A page that few imports pass may end before it is full; `next` goes on.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Import a list of targets, opt-outs or exclusions; the same entries again update
         * @description The list comes in the body, or is uploaded to `upload.url` and started then. A job reads it: lines with an address are held against the region, and nothing is guessed. Columns about persons are named and never kept. The report tells line by line what was put right, refused or doubtful. With `dryRun` nothing is stored.
         */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{importId}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back what an import has changed
         * @description As if it had never come: what it added goes, what it changed or replaced is as before. Of what a later import has spoken, that stays. A job does it; the import is `taking_back`, then `taken_back`. For seven days; opt-outs stay. There is no way back but importing the list again.
         */
        post: operations["takeBackImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{importId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a list that was uploaded
         * @description Once its bytes have arrived. One that was started before is told as it is.
         */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far an import is, and what came of it
         * @description For seven days. While it runs, `counts` grow about once a second.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        /**
         * Cancel an import, or forget one that has ended
         * @description One that is cancelled has stored nothing; taking one back can be cancelled, too. What one that is done has stored stays, its report goes, and it can no more be taken back.
         */
        delete: operations["deleteImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{importId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of the lines that were not taken as they were
         * @description In pages of 500 lines, once it has ended: all that were refused or doubtful, up to 100,000, and the first 10,000 repairs.
         */
        get: operations["getImportReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{importId}/report.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as a table, with the cells of each line
         * @description For a spreadsheet: mend the lines there, and import them again. No column about persons is in it.
         */
        get: operations["getImportReportTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send the bytes of a list to the address that `POST /v1/imports` told
         * @description On AWS that address is one of the bucket, and this call is not used. At most 100 MB, as they are.
         */
        put: operations["uploadList"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The targets of an area: address, entrance, doors and their source, score, state, precinct
         * @description Of a stored area, of precincts, or of the whole region, by precinct, street and number, without those that the campaign excludes. `Accept: text/csv` or `application/geo+json` gives up to 5,000 at once, and the rest behind `Link`. Below 11 doors no state is told. Nothing is told any more once the last ballot is over.
         */
        get: operations["listTargets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/targets/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write the targets of an area, however many, to one file
         * @description What `GET /v1/targets` tells in pages, in one piece: CSV, GeoJSON or JSON. A job writes it; `GET` the `Location` until it is `done`, and fetch `url`. States are of the moment at which it was written. It is kept for 24 hours, at most until the last ballot, and 20 of them at once.
         */
        post: operations["createTargetFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/targets/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a list is, and once it is done where it is fetched
         * @description `url` needs no key: whoever has it has the list. On AWS it is one of the bucket and holds for an hour, on a server its own.
         */
        get: operations["getTargetFile"];
        put?: never;
        post?: never;
        /**
         * Remove a list; one that is being written is left off
         * @description Its address ends at once. What was fetched before is not ours any more.
         */
        delete: operations["deleteTargetFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/downloads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetch a list from the address that `GET /v1/targets/files/{fileId}` told
         * @description On AWS that address is one of the bucket, and this call is not used.
         */
        get: operations["downloadTargets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys of the campaign, without the secret part
         * @description What each is for, what it may do, and until when.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make a key
         * @description The secret part is shown this once and stored as a hash. An operator may name another campaign, which begins with it.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Make a key useless at once
         * @description Whoever calls with it gets 401 from the next call on.
         */
        delete: operations["deleteKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The webhooks of the campaign
         * @description With what each hears of, and whether it is switched off.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Have events sent to an address
         * @description Messages are signed as Standard Webhooks says; the secret is shown this once. Only public https addresses are taken.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A webhook, and whether it is switched off
         * @description With its last failures, where there were any.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Send nothing there any more
         * @description What is on its way there is dropped.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a new secret; for a day messages are signed with both
         * @description The new secret is shown this once; for a day each message carries a signature by either.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch on again what was switched off after failures
         * @description A receiver is switched off after it answered 410, or failed all attempts of an event.
         */
        post: operations["enableWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a `webhook.test` event there
         * @description It goes to this webhook alone, whatever it listens to.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every event sent there in the last 30 days, with its attempts, newest first
         * @description What was sent, what came back and how long it took; newest first.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/deliveries/{eventId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an event again, with the id it had
         * @description With the id it had, so that a receiver that has it already can tell.
         */
        post: operations["replayDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The sources of the campaign, without their secrets
         * @description With the hour of the last message that was signed well.
         */
        get: operations["listSources"];
        put?: never;
        /**
         * Let a service report visits by signed messages
         * @description A source may report visits of this campaign, and nothing else. The secret is shown this once.
         */
        post: operations["createSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound/sources/{sourceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take nothing more from it
         * @description Its messages are refused from now on.
         */
        delete: operations["deleteSource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound/sources/{sourceId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a new secret; for a day the old one counts, too
         * @description Without a body a new one is made; either is taken for a day.
         */
        post: operations["rotateSourceSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report visits by a signed message; sending one twice changes nothing
         * @description Takes what `POST /v1/visits` takes, signed as Standard Webhooks says instead of with a key. A message counts once by its `webhook-id` for 24 hours, and each visit once by its own `id` for good.
         */
        post: operations["reportInboundVisits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the server and its database answer
         * @description For balancers and watchdogs; needs no key and is not counted.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "plan.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sent when a plan is ready
         * @description To every webhook that listens to `plan.completed`, signed as Standard Webhooks says.
         */
        post: operations["onPlanCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "plan.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sent when a job failed (not: a call that was answered so)
         * @description To every webhook that listens to `plan.failed`, signed as Standard Webhooks says.
         */
        post: operations["onPlanFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "plan.stale": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sent when a draft cannot be leased any more as it was planned: of its targets some were visited, leased by others or held out, or its region has a newer version; once for each draft
         * @description To every webhook that listens to `plan.stale`, signed as Standard Webhooks says.
         */
        post: operations["onPlanStale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "walk.started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sent when a walker set out
         * @description To every webhook that listens to `walk.started`, signed as Standard Webhooks says.
         */
        post: operations["onWalkStarted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "walk.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sent when a walk was finished (not: given back, or run out of time)
         * @description To every webhook that listens to `walk.completed`, signed as Standard Webhooks says.
         */
        post: operations["onWalkCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "block.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sent when no door of a block is due or will become due; once for the doors that stand there
         * @description To every webhook that listens to `block.completed`, signed as Standard Webhooks says.
         */
        post: operations["onBlockCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "batch.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sent when all plans of a batch have ended; again when a shift was planned again
         * @description To every webhook that listens to `batch.completed`, signed as Standard Webhooks says.
         */
        post: operations["onBatchCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "import.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sent when a list was imported, or read as a trial
         * @description To every webhook that listens to `import.completed`, signed as Standard Webhooks says.
         */
        post: operations["onImportCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "import.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sent when a list could not be imported as a whole
         * @description To every webhook that listens to `import.failed`, signed as Standard Webhooks says.
         */
        post: operations["onImportFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sent when another webhook of the campaign was switched off
         * @description To every webhook that listens to `webhook.disabled`, signed as Standard Webhooks says.
         */
        post: operations["onWebhookDisabled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sent when you asked for it
         * @description To every webhook that listens to `webhook.test`, signed as Standard Webhooks says.
         */
        post: operations["onWebhookTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description an event on its way */
        AcceptedEvent: {
            /** @description of the event */
            eventId: string;
        };
        /** @description a key called something */
        Access: {
            /**
             * Format: date-time
             * @description the minute
             */
            at: string;
            /** @description id of the key, or of the source of inbound visits */
            key: string;
            /** @description method and route, without ids */
            call: string;
        };
        /** @description a page of the access log */
        AccessPage: {
            /** @description newest first */
            accesses: components["schemas"]["Access"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description one more walk */
        AddWalkerEdit: {
            /**
             * @description one more walk
             * @constant
             */
            type: "add_walker";
            /** @description who comes; default of each field: as the plan was asked for */
            volunteer: components["schemas"]["VolunteerRequest"];
        };
        /** @description what several areas have in common */
        AllArea: {
            /** @description areas: what lies in every one of them */
            all: components["schemas"]["AreaRequest"][];
        };
        /** @description what several areas have in common, as it is kept */
        AllKept: {
            /** @description areas: what lies in every one of them */
            all: components["schemas"]["AreaKept"][];
        };
        /** @description several areas together */
        AnyArea: {
            /** @description areas: what lies in one of them or more */
            any: components["schemas"]["AreaRequest"][];
        };
        /** @description several areas together, as they are kept */
        AnyKept: {
            /** @description areas: what lies in one of them or more */
            any: components["schemas"]["AreaKept"][];
        };
        /** @description a shape as it is kept: drawn, precincts, cells, a walk, or these put together */
        AreaKept: components["schemas"]["Polygon"] | components["schemas"]["MultiPolygon"] | components["schemas"]["PrecinctArea"] | components["schemas"]["CellArea"] | components["schemas"]["WalkArea"] | components["schemas"]["AnyKept"] | components["schemas"]["AllKept"] | components["schemas"]["RestKept"] | components["schemas"]["StoredAreaName"];
        /** @description a page of stored areas */
        AreaList: {
            /** @description oldest first */
            areas: components["schemas"]["StoredArea"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description a page of stored areas, with the fields that were asked for */
        AreaListPart: {
            /** @description oldest first */
            areas: components["schemas"]["StoredAreaPart"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description precincts, or squares, in the order in which to go there */
        AreaRanking: {
            /** @description by which it was ranked */
            formula: components["schemas"]["RankingFormula"];
            /** @description of the formula */
            parts: components["schemas"]["RankingPart"][];
            /**
             * @description as asked
             * @enum {string}
             */
            order: "score" | "amount";
            /** @description field that counts the people, or doors */
            people: string | null;
            /** @description shares of fewer people are smoothed */
            smoothedBelow: number;
            /** @description each weight moves by this part of itself */
            weightShift: number;
            /** @description best first */
            areas: components["schemas"]["RankedArea"][];
            /** @description each with the reason */
            unranked: components["schemas"]["UnrankedArea"][];
            /** @description sentences worth reading */
            notes: string[];
        };
        /** @description a shape to canvass: drawn, precincts, cells, a walk around a place, one that is stored, or these put together, areas in areas up to 4 levels and 100 in all */
        AreaRequest: components["schemas"]["DrawnPolygon"] | components["schemas"]["DrawnMultiPolygon"] | components["schemas"]["DrawnFeature"] | components["schemas"]["DrawnCollection"] | components["schemas"]["PrecinctArea"] | components["schemas"]["CellArea"] | components["schemas"]["WalkArea"] | components["schemas"]["AnyArea"] | components["schemas"]["AllArea"] | components["schemas"]["RestArea"] | components["schemas"]["StoredAreaName"];
        /** @description what a plan was asked for, in short */
        AskedArea: {
            /**
             * @description `region`: the whole of it; `walk`: what one walks to from a place; `joined`: put together of others
             * @enum {string}
             */
            kind: "region" | "precincts" | "cells" | "drawn" | "walk" | "joined";
            /** @description of the stored area, or of the area of a batch */
            label?: string;
            /** @description codes, in order; the first 12 */
            precincts?: string[];
            /** @description of precincts */
            count?: number;
        };
        /** @description what a plan was asked with */
        AskedRequest: {
            /** @description name of a prepared region */
            region: string;
            /** @description of the region; default: the current one */
            version?: string;
            /** @description what to canvass; absent: the whole region */
            area?: components["schemas"]["AreaKept"];
            /** @description how many walks, or one entry per walk */
            volunteers: number | components["schemas"]["VolunteerRequest"][];
            /** @description people per walk when `volunteers` is a count */
            teamSize?: number;
            /** @description length of one walk, from leaving the start to returning */
            minutes: number;
            /** @description most doors of one walk */
            doors?: number;
            /** @description meeting point; default: the plan proposes one (`meetingPoint`) */
            start?: components["schemas"]["Start"];
            /** @description walks return to their start */
            closed: boolean;
            /**
             * Format: date-time
             * @description when the walks start; default: now
             */
            startAt?: string;
            /** @description a field is scaled to 0–100 over the region, a ranking over its areas, where 50 counts once and 100 twice; default: every door counts the same */
            priority?: components["schemas"]["PriorityRequest"];
            /** @description what you know better */
            targets?: components["schemas"]["TargetOverride"][];
            /** @description where no target has `key`: the part of the prize of the area that the key buildings together hold which the plan chooses; default 0.15 */
            keyShare?: number;
            skip?: components["schemas"]["SkipRequest"];
            /** @description add reserve stops to each walk, for doors that stay shut */
            reserves: boolean;
            /**
             * @description of instructions and paper
             * @enum {string}
             */
            language: "fr" | "en";
            /** @description same request, region version, seed and iterations: same walks */
            seed: number;
            /** @description of the search; default: by the number of stops; at most 20,000,000, and 120 s, with a key of the scope `service` */
            iterations?: number;
            /** @description a cap on top of the iterations, `stoppedBy` says when it bit; at most 120 with a key of the scope `service` */
            seconds?: number;
            /**
             * @description `osrm-compat` walks as OSRM's stock foot profile does
             * @enum {string}
             */
            profile: "canvass" | "osrm-compat";
            /** @description lease the targets and reserves for these walks; 409 `plan.conflict` when another took them meanwhile */
            commit: boolean;
            /** @description learn from the visits of the area how many doors open and street doors let in, where the campaign has not set it; default: as the campaign says, which is true */
            calibrate?: boolean;
        };
        /** @description a unit of a hold-out */
        Assignment: {
            /** @description H3 cell of the block, or code of the precinct */
            unit: string;
            /** @description its group or pair, from 0 */
            stratum: number;
            /** @description it was drawn */
            heldOut: boolean;
            /** @description in it */
            doors: number;
        };
        /** @description who was drawn */
        AssignmentList: {
            /** @description every unit that could be */
            units: components["schemas"]["Assignment"][];
        };
        /** @description what the walking model took for granted */
        Assumptions: {
            /** @description walking speed */
            walkingMetresPerSecond: number;
            /** @description at the street door, for `flats` and `house` */
            entrySeconds: components["schemas"]["EntrySeconds"];
            /** @description per floor */
            floorSeconds: number;
            /** @description knock and wait, per door */
            knockSeconds: number;
            /** @description of the doors */
            openedShare: number;
            /** @description at a door that opens */
            talkSeconds: number;
            /** @description chance to get in, by kind of access */
            entryProbability: {
                [key: string]: number;
            };
            /** @description part of the minutes kept free */
            slackShare: number;
            /** @description observations that shares and seconds at doors were learnt from; absent: defaults */
            calibration?: components["schemas"]["Calibration"];
            /** @description which of these the campaign has set; absent: none */
            set?: string[];
        };
        /** @description all plans of a weekend */
        Batch: {
            /** @description of the batch */
            id: string;
            /** @description as asked, or empty */
            label: string;
            /** @description name of the region */
            region: string;
            /**
             * Format: date-time
             * @description moment of the request
             */
            createdAt: string;
            /**
             * @description `done`: every plan has ended
             * @enum {string}
             */
            status: "running" | "done";
            /** @description how far it is */
            progress: components["schemas"]["BatchProgress"];
            /** @description in the order in which they are walked */
            shifts: components["schemas"]["BatchShift"][];
            /** @description what of the request comes to nothing; of each plan, see there */
            warnings: string[];
            /** @description everything to print and carry, as one ZIP, once done */
            pack: string;
        };
        /** @description an area of a batch */
        BatchArea: {
            /** @description to be named by volunteers and shifts */
            label: string;
            /** @description the shape */
            area: components["schemas"]["AreaRequest"];
            /** @description its meeting point */
            start?: components["schemas"]["Position"];
        };
        /** @description a batch is planned */
        BatchCompleted: {
            /** @description of the batch */
            batchId: string;
            /** @description as asked, or empty */
            label: string;
            /** @description name of the region */
            region: string;
            /** @description ids of its plans */
            plans: string[];
            /** @description the batch */
            href: string;
            /** @description everything to print and carry */
            pack: string;
        };
        /** @description sent when all plans of a batch have ended; again when a shift was planned again */
        BatchCompletedMessage: {
            /**
             * @description of the event
             * @constant
             */
            type: "batch.completed";
            /**
             * Format: date-time
             * @description moment of the event
             */
            timestamp: string;
            /** @description what happened; nothing of it says what happened at a door */
            data: components["schemas"]["BatchCompleted"];
        };
        /** @description why a plan failed */
        BatchError: {
            /** @description as of a problem */
            code: string;
            /** @description what came, what was expected, what to do */
            detail: string;
        };
        /** @description a page of batches */
        BatchList: {
            /** @description oldest first */
            batches: components["schemas"]["Batch"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description a page of batches, with the fields that were asked for */
        BatchListPart: {
            /** @description oldest first */
            batches: components["schemas"]["BatchPart"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description a batch, with the fields that were asked for */
        BatchPart: {
            /** @description of the batch */
            id?: string;
            /** @description as asked, or empty */
            label?: string;
            /** @description name of the region */
            region?: string;
            /**
             * Format: date-time
             * @description moment of the request
             */
            createdAt?: string;
            /**
             * @description `done`: every plan has ended
             * @enum {string}
             */
            status?: "running" | "done";
            /** @description how far it is */
            progress?: components["schemas"]["BatchProgress"];
            /** @description in the order in which they are walked */
            shifts?: components["schemas"]["BatchShift"][];
            /** @description what of the request comes to nothing; of each plan, see there */
            warnings?: string[];
            /** @description everything to print and carry, as one ZIP, once done */
            pack?: string;
        };
        /** @description a plan of a shift and an area */
        BatchPlan: {
            /** @description of the plan */
            planId: string;
            /** @description label; empty: the whole region */
            area: string;
            /**
             * @description how far it is; `waiting`: for those before it
             * @enum {string}
             */
            status: "waiting" | "queued" | "running" | "done" | "failed" | "cancelled" | "removed";
            /** @description the plan */
            href: string;
            /** @description once done */
            summary: components["schemas"]["PlanSummary"] | null;
            /** @description once failed */
            error: components["schemas"]["BatchError"] | null;
        };
        /** @description plans */
        BatchProgress: {
            /** @description plans that have ended */
            done: number;
            /** @description plans of the batch */
            of: number;
        };
        /** @description a shift with its plans */
        BatchShift: {
            /** @description 1, 2, … */
            number: number;
            /** @description as asked, or empty */
            label: string;
            /**
             * Format: date-time
             * @description moment
             */
            startAt: string;
            /**
             * Format: date-time
             * @description moment
             */
            endAt: string;
            /** @description one per area */
            plans: components["schemas"]["BatchPlan"][];
        };
        /** @description one walker of some shifts */
        BatchVolunteer: {
            /** @description opaque; never a name */
            id?: string;
            /** @description own start; kept to about 100 m; default: the start of the request */
            start?: components["schemas"]["Start"];
            /** @description where the walk ends; default: back at the start when `closed` */
            end?: components["schemas"]["Position"];
            /** @description length of the walk, from leaving the start to returning */
            minutes?: number;
            /** @description most doors of the walk */
            doors?: number;
            /** @description who walk together */
            people?: number;
            /** @description the people knock at different doors at the same time; default false */
            split?: boolean;
            /** @description nothing above a ground floor but in houses, as stop or as reserve */
            avoidStairs?: boolean;
            /**
             * @description of instructions and paper
             * @enum {string}
             */
            language?: "fr" | "en";
            /** @description numbers; default: all */
            shifts?: number[];
            /** @description label of an area; default: shared out over the areas */
            area?: string;
        };
        /** @description how far precincts moved since the vote before */
        BeforeAfter: {
            /** @description change of the canvassed precincts since the vote before, in points */
            canvassed: number;
            /** @description change of those held out, where nobody knocked */
            heldOut: number;
        };
        /** @description a block is done */
        BlockCompleted: {
            /** @description name of the region */
            region: string;
            /** @description H3 cell, resolution 10 */
            block: string;
            /** @description that stand there */
            targets: number;
            /** @description that stand there */
            doors: number;
        };
        /** @description sent when no door of a block is due or will become due; once for the doors that stand there */
        BlockCompletedMessage: {
            /**
             * @description of the event
             * @constant
             */
            type: "block.completed";
            /**
             * Format: date-time
             * @description moment of the event
             */
            timestamp: string;
            /** @description what happened; nothing of it says what happened at a door */
            data: components["schemas"]["BlockCompleted"];
        };
        /** @description a block */
        BlockCoverage: {
            /** @description that stand there */
            targets: number;
            /** @description done + later + due + heldOut */
            doors: number;
            /** @description need no more knocking */
            done: number;
            /** @description to come back to, not yet due */
            later: number;
            /** @description to knock on now */
            due: number;
            /** @description of later and due: held by a walk */
            leased: number;
            /** @description of due: held by no walk */
            uncovered: number;
            /** @description doors of hold-outs */
            heldOut: number;
            /** @description targets whose street door never opened: somebody has to find another way in */
            shut: number;
            /** @description reported; null below 11 doors, and in steps of 11 doors where targets are small */
            counts: components["schemas"]["VisitCounts"] | null;
            /** @description H3 cell, resolution 10 */
            block: string;
            /** @description no door is due or will become due */
            finished: boolean;
        };
        /** @description a plan that is too large to be told whole */
        BriefPlan: {
            /** @description of the plan */
            id: string;
            /**
             * @description of this format
             * @constant
             */
            version: 1;
            /** @description what it was made of */
            region: components["schemas"]["PlanRegion"];
            /** @description as asked */
            seed: number;
            /** @description made */
            iterations: number;
            /**
             * @description what ended the search
             * @enum {string}
             */
            stoppedBy: "iterations" | "deadline" | "no_improvement" | "aborted";
            /**
             * @description as asked
             * @enum {string}
             */
            profile: "canvass" | "osrm-compat";
            /** @description by which its doors count, in the version that was the newest */
            ranking?: components["schemas"]["RankingRef"];
            /**
             * Format: date-time
             * @description as asked, or the moment of planning
             */
            startAt: string;
            /** @description common start; null: there is none */
            meetingPoint: components["schemas"]["Position"] | null;
            assumptions: components["schemas"]["Assumptions"];
            /** @description sentences worth reading */
            warnings: string[];
            /** @description in numbers */
            summary: components["schemas"]["PlanSummary"];
            /** @description the first 1000; all of them at links.leftOut */
            leftOut: components["schemas"]["LeftOut"][];
            /** @description how it differs from the plan it replaces */
            replan?: components["schemas"]["Replan"];
            edits?: components["schemas"]["PlanEdits"];
            /** @description what it was asked for; null: a plan of a version before */
            area: components["schemas"]["AskedArea"] | null;
            /** @description those with most of its targets, at most two */
            streets: string[];
            /** @description the plan that was made of this one at roll-call */
            replacedBy: string | null;
            /** @description what has overtaken it as a draft; null: nothing was found */
            stale: components["schemas"]["PlanStale"] | null;
            /** @description where `timings=true` asks for it; null for plans of versions before */
            timings?: components["schemas"]["Timings"] | null;
            links: components["schemas"]["PlanLinks"];
            /**
             * @description it is told in brief
             * @constant
             */
            detail: "summary";
            /** @description without their way, which is at `href` */
            walks: components["schemas"]["WalkHead"][];
        };
        /** @description a pair or stratum of which results are missing */
        BrokenPair: {
            /** @description pair or stratum, as in the assignment */
            stratum: number;
            /** @description its precincts without a result */
            missing: string[];
            /** @description what is left of it still says something */
            used: boolean;
        };
        /** @description what shares were learnt from */
        Calibration: {
            /**
             * @description of the walks
             * @enum {string}
             */
            daypart: "morning" | "afternoon" | "evening";
            /** @description knocked on in the area, in steps of 11 */
            doors: number;
            /** @description of these at this time of day */
            doorsThen: number;
            /** @description street doors that were tried */
            entries: number;
            /** @description of finished walks, whose time is known */
            stops: number;
            /** @description of these at this time of day */
            stopsThen: number;
            /** @description time at doors against the defaults */
            pace: number;
        };
        /** @description how a campaign works */
        CampaignSettings: {
            /** @description IANA; says what is morning, afternoon and evening */
            timeZone: string;
            /** @description no walk starts before, local time */
            firstKnock: string;
            /** @description no walk is handed out that would still knock after it, local time */
            lastKnock: string;
            /** @description days of the vote; what is known of single targets goes after the last one */
            ballots: string[];
            /** @description before a ballot day begins, no walk is handed out any more */
            silenceHours: number;
            /** @description what the campaign wants to reach; null: nothing is said */
            goal: components["schemas"]["Goal"] | null;
            /** @description what plans take for granted at doors, where the campaign knows better than defaults and visits */
            assumptions: components["schemas"]["SetAssumptions"];
            revisit: components["schemas"]["RevisitPolicy"];
        };
        /** @description how a campaign works */
        CampaignSettingsInput: {
            /** @description IANA; says what is morning, afternoon and evening; default "Europe/Paris" */
            timeZone?: string;
            /** @description no walk starts before, local time; default "09:00" */
            firstKnock?: string;
            /** @description no walk is handed out that would still knock after it, local time; default "20:30" */
            lastKnock?: string;
            /** @description days of the vote; what is known of single targets goes after the last one */
            ballots?: string[];
            /** @description before a ballot day begins, no walk is handed out any more; default 24 */
            silenceHours?: number;
            /** @description what the campaign wants to reach; null: nothing is said */
            goal?: components["schemas"]["Goal"] | null;
            /** @description what plans take for granted at doors, where the campaign knows better than defaults and visits */
            assumptions?: components["schemas"]["SetAssumptionsInput"];
            revisit?: components["schemas"]["RevisitPolicyInput"];
        };
        /** @description H3 cells, together */
        CellArea: {
            /** @description H3 indexes */
            cells: string[];
        };
        /** @description how many targets changed between two plans, and how */
        ChangeCounts: {
            /** @description targets that both have on the same walk in the same order */
            same: number;
            /** @description on another walk */
            moved: number;
            /** @description on the same walk in another order */
            reordered: number;
            /** @description on walks of the second alone */
            came: number;
            /** @description on walks of the first alone */
            left: number;
            /** @description walks that differ */
            walks: number;
        };
        /** @description a target with fewer or more doors to knock on */
        ChangedTarget: {
            /** @description as printed: "7", "7b", "R2" */
            label: string;
            /** @description its id */
            target: string;
            /** @description to knock on now */
            doors: number;
        };
        /** @description GeoJSON, one of a collection */
        CollectedFeature: {
            /**
             * @description of GeoJSON
             * @constant
             */
            type: "Feature";
            /** @description its polygons */
            geometry: components["schemas"]["DrawnPolygon"] | components["schemas"]["DrawnMultiPolygon"];
            /** @description not read */
            id?: unknown;
            /** @description not read */
            properties?: unknown;
            /** @description not read */
            bbox?: unknown;
            /** @description WGS 84, or refused */
            crs?: components["schemas"]["CoordinateSystem"] | null;
        };
        /** @description who comes by an invitation says this of himself, and nothing more */
        Coming: {
            /** @description that you have; default: as the invitation says */
            minutes?: number;
            /** @description nothing above a ground floor but in houses, as stop or as reserve */
            avoidStairs?: boolean;
            /**
             * @description default: as the invitation says
             * @enum {string}
             */
            language?: "fr" | "en";
            /** @description who walk together */
            people?: number;
        };
        /** @description a walk that holds its targets */
        CommittedWalk: {
            /** @description of the walk */
            walkId: string;
            /**
             * Format: date-time
             * @description held until then at most
             */
            until: string;
            /** @description held, reserves included */
            targets: number;
        };
        /** @description two plans */
        CompareRequest: {
            /** @description ids of two plans of this campaign */
            plans: [
                string,
                string
            ];
        };
        /** @description where a plan has a target */
        ComparedPlace: {
            /** @description of the walk */
            walkId: string;
            /** @description of the walk in its plan */
            number: number;
            /** @description who has it in this plan */
            walker: string;
            /** @description of the target on the walk, counted in targets */
            place: number;
        };
        /** @description one of two plans that are compared */
        ComparedPlan: {
            /** @description of the plan */
            planId: string;
            /** @description name of its region */
            region: string;
            /** @description of the region */
            version: string;
            /** @description of the plan */
            figures: components["schemas"]["PlanFigures"];
        };
        /** @description a walk of one of two plans that are compared */
        ComparedWalk: {
            /** @description of the walk */
            walkId: string;
            /** @description of the walk in its plan */
            number: number;
            /** @description who has it in this plan */
            walker: string;
            /** @description on the walk */
            targets: number;
        };
        /** @description as GeoJSON of 2008 names it: WGS 84, or refused */
        CoordinateSystem: {
            [key: string]: unknown;
        };
        /** @description what volunteers said of a building, and what became of it */
        Correction: {
            /** @description of the correction */
            id: string;
            /** @description name of the region */
            region: string;
            /** @description its id */
            target: string;
            /**
             * @description what is otherwise
             * @enum {string}
             */
            kind: "no_such_door" | "other_entrance" | "lift" | "gate" | "doors";
            /** @description counted last; null: not said */
            doors: number | null;
            /** @description said last; null: not said */
            location: components["schemas"]["Position"] | null;
            /** @description how often it was said since it was last decided */
            times: number;
            /**
             * Format: date
             * @description the last time that it was said, UTC
             */
            day: string;
            /** @description what became of it */
            state: components["schemas"]["CorrectionState"];
        };
        /** @description a page of corrections */
        CorrectionList: {
            /** @description in no order */
            corrections: components["schemas"]["Correction"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /**
         * @description where a correction stands
         * @enum {string}
         */
        CorrectionState: "open" | "accepted" | "refused";
        /** @description where a campaign stands in a region */
        Coverage: {
            /** @description name of the region */
            region: string;
            /**
             * Format: date-time
             * @description moment of the count
             */
            at: string;
            /** @description of the region, or of the area that was asked for */
            total: components["schemas"]["CoverageTotal"];
            /** @description blocks where no door is due or will become due */
            blocksFinished: number;
            /** @description what the goal of the campaign needs from now on */
            pace: components["schemas"]["GoalPace"] | null;
            /** @description by H3 cell */
            blocks: components["schemas"]["BlockCoverage"][];
            /** @description by code */
            precincts: components["schemas"]["PrecinctCoverage"][];
        };
        /** @description one hexagon per block, with its figures as properties */
        CoverageMap: {
            /**
             * @description of GeoJSON
             * @constant
             */
            type: "FeatureCollection";
            /** @description of a plan or walk: which it is */
            name?: string;
            /** @description of a plan or walk: who must be named beside the map */
            attribution?: string[];
            /** @description of a plan or walk: west, south, east, north */
            bbox?: number[];
            /** @description what is drawn */
            features: components["schemas"]["Feature"][];
            /** @description name of the region */
            region: string;
            /**
             * Format: date-time
             * @description moment of the count
             */
            at: string;
        };
        /** @description where a campaign stands, counted in doors */
        CoverageTotal: {
            /** @description that stand there */
            targets: number;
            /** @description done + later + due + heldOut */
            doors: number;
            /** @description need no more knocking */
            done: number;
            /** @description to come back to, not yet due */
            later: number;
            /** @description to knock on now */
            due: number;
            /** @description of later and due: held by a walk */
            leased: number;
            /** @description of due: held by no walk */
            uncovered: number;
            /** @description doors of hold-outs */
            heldOut: number;
            /** @description targets whose street door never opened: somebody has to find another way in */
            shut: number;
            /** @description reported; null below 11 doors, and in steps of 11 doors where targets are small */
            counts: components["schemas"]["VisitCounts"] | null;
        };
        /** @description busy streets crossed, by class */
        Crossings: {
            /** @description of this class */
            tertiary?: number;
            /** @description of this class */
            secondary?: number;
            /** @description of this class */
            primary?: number;
            /** @description of this class */
            trunk?: number;
        };
        /** @description what became of a correction, and what follows */
        DecidedCorrection: {
            /** @description as it is now */
            correction: components["schemas"]["Correction"];
            /** @description the own target that every later plan follows; null: nothing follows by itself */
            override: components["schemas"]["TargetOverride"] | null;
        };
        /** @description an event on its way to a webhook */
        Delivery: {
            /** @description header `webhook-id`: the same on every attempt */
            eventId: string;
            /** @description of the event */
            type: components["schemas"]["EventType"];
            /**
             * @description `parked`: given up until it is replayed
             * @enum {string}
             */
            state: "pending" | "delivered" | "parked";
            /**
             * Format: date-time
             * @description moment of the event
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description of the next attempt
             */
            nextAt: string | null;
            /** @description oldest first */
            attempts: components["schemas"]["DeliveryAttempt"][];
        };
        /** @description one attempt to deliver */
        DeliveryAttempt: {
            /**
             * Format: date-time
             * @description moment
             */
            at: string;
            /** @description of the answer; null: none came */
            status: number | null;
            /** @description in words; null: it was taken */
            error: string | null;
            /** @description until the answer */
            milliseconds: number;
        };
        /** @description a page of deliveries */
        DeliveryPage: {
            /** @description newest first */
            deliveries: components["schemas"]["Delivery"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description a page of deliveries, with the fields that were asked for */
        DeliveryPagePart: {
            /** @description newest first */
            deliveries: components["schemas"]["DeliveryPart"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description an event on its way to a webhook, with the fields that were asked for */
        DeliveryPart: {
            /** @description header `webhook-id`: the same on every attempt */
            eventId?: string;
            /** @description of the event */
            type?: components["schemas"]["EventType"];
            /**
             * @description `parked`: given up until it is replayed
             * @enum {string}
             */
            state?: "pending" | "delivered" | "parked";
            /**
             * Format: date-time
             * @description moment of the event
             */
            createdAt?: string;
            /**
             * Format: date-time
             * @description of the next attempt
             */
            nextAt?: string | null;
            /** @description oldest first */
            attempts?: components["schemas"]["DeliveryAttempt"][];
        };
        /** @description a difference with its interval */
        DifferenceFound: {
            /** @description canvassed less held out, in points of the share */
            points: number;
            /** @description lower end of the 95 % interval */
            low: number;
            /** @description upper end */
            high: number;
            /** @description in points */
            standardError: number;
            /** @description degrees of freedom */
            degrees: number;
            /** @description that it rests on */
            precincts: number;
        };
        /** @description a draw, and what of it has results */
        DrawLeft: {
            /** @description that could be drawn */
            precincts: number;
            /** @description of these */
            heldOut: number;
            /** @description pairs or strata */
            groups: number;
            /** @description of these, with results on both sides */
            groupsUsed: number;
        };
        /** @description GeoJSON, as programs write it */
        DrawnCollection: {
            /**
             * @description of GeoJSON
             * @constant
             */
            type: "FeatureCollection";
            /** @description all count */
            features: components["schemas"]["CollectedFeature"][];
            /** @description not read */
            name?: unknown;
            /** @description not read */
            bbox?: unknown;
            /** @description WGS 84, or refused */
            crs?: components["schemas"]["CoordinateSystem"] | null;
        };
        /** @description GeoJSON, as programs write it */
        DrawnFeature: components["schemas"]["CollectedFeature"];
        /** @description GeoJSON, as programs write it */
        DrawnMultiPolygon: {
            /**
             * @description of GeoJSON
             * @constant
             */
            type: "MultiPolygon";
            /** @description polygons */
            coordinates: number[][][][];
            /** @description not read */
            bbox?: number[] | null;
            /** @description WGS 84, or refused */
            crs?: components["schemas"]["CoordinateSystem"] | null;
        };
        /** @description GeoJSON, as programs write it */
        DrawnPolygon: {
            /**
             * @description of GeoJSON
             * @constant
             */
            type: "Polygon";
            /** @description rings: the outer one, then holes; the last position of each is its first */
            coordinates: number[][][];
            /** @description not read */
            bbox?: number[] | null;
            /** @description WGS 84, or refused */
            crs?: components["schemas"]["CoordinateSystem"] | null;
        };
        /** @description a target that a suggestion would leave to nobody */
        DroppedTarget: {
            /** @description of a target that would be on no walk */
            id: string;
            /** @description as walks tell it; empty when unknown */
            address: string;
            /** @description households there */
            doors: number;
            /** @description what it is worth */
            prize: number;
            /** @description id of the walk that has it */
            from: string;
        };
        /** @description a plan before and after edits */
        EditCost: {
            /** @description the plan that was edited */
            before: components["schemas"]["EditFigures"];
            /** @description this plan */
            after: components["schemas"]["EditFigures"];
        };
        /** @description a plan in numbers */
        EditFigures: {
            /** @description number of walks */
            walks: number;
            /** @description on walks, reserves not counted */
            targets: number;
            /** @description on walks */
            doors: number;
            /** @description doors × priority ÷ 50 × chance to get in, summed */
            prize: number;
            /** @description of all walks */
            seconds: number;
            /** @description of them on the way */
            walkingSeconds: number;
            /** @description walked */
            metres: number;
        };
        /** @description a pin or a lock of before that cannot be kept any more */
        EditGone: {
            /**
             * @description what was set
             * @enum {string}
             */
            type: "pin" | "lock";
            /** @description that was pinned */
            target?: string;
            /** @description id of the walk */
            walk: string;
            /**
             * @description why it is on no walk; `no_walk`: the walk was given up; `late`: its walker sets out later
             * @enum {string}
             */
            reason: "visited" | "leased" | "hold_out" | "excluded" | "unreachable" | "no_doors" | "exceeds_budget_alone" | "not_selected" | "key_not_reached" | "outside_area" | "outside_region" | "no_walk" | "late";
        };
        /** @description a target that stays on its walk */
        EditPin: {
            /** @description its id */
            target: string;
            /** @description id of the walk */
            walk: string;
        };
        /** @description edits of a plan; or so many steps to take back, or to make again */
        EditRequest: {
            /** @description all of them or none; one step of `undo` */
            edits?: components["schemas"]["PlanEdit"][];
            /** @description takes back so many steps */
            undo?: number;
            /** @description makes so many steps again that were taken back */
            redo?: number;
            /** @description of the search; default: that of the plan */
            seed?: number;
        };
        /** @description edits of one request */
        EditStep: {
            /** @description the plan that they changed */
            of: string;
            /** @description the plan that came of it */
            plan: string;
            /** @description in their order */
            edits: components["schemas"]["PlanEdit"][];
        };
        /** @description seconds at a street door */
        EntrySeconds: {
            /** @description of a block of flats */
            flats: number;
            /** @description of a house */
            house: number;
        };
        /** @description coverage against the number of walkers */
        Estimate: {
            /** @description name of the region */
            region: string;
            /** @description of the region */
            version: string;
            /** @description that may be knocked on now */
            targets: number;
            /** @description of these targets */
            doors: number;
            /** @description of these targets */
            prize: number;
            /** @description that these targets are in */
            buildings: number;
            /** @description around what lies in the area, as coordinates of a MultiPolygon; null: its own shape says it, with no walk and no parts */
            outline: components["schemas"]["Position"][][][] | null;
            /**
             * @description deadline: the 8 s were over, and the curve lies lower than it might
             * @enum {string}
             */
            stoppedBy: "iterations" | "deadline";
            /** @description one for each length of walk, rising */
            curves: components["schemas"]["EstimateCurve"][];
            /** @description sentences in the language of the request, such as a field that changes nothing */
            warnings: string[];
        };
        /** @description what so many walkers reach with walks of one length */
        EstimateCurve: {
            /** @description length of one walk */
            minutes: number;
            /** @description by rising number of walkers */
            points: components["schemas"]["EstimatePoint"][];
            /** @description walkers until the goal; null: more than the curve has */
            needed: number | null;
            /** @description until the goal with so many volunteers; null: not asked, or beyond the curve */
            evenings: number | null;
        };
        /** @description how far so many walkers get */
        EstimatePoint: {
            /** @description so many */
            walkers: number;
            /** @description on their walks */
            targets: number;
            /** @description on their walks */
            doors: number;
            /** @description of their walks */
            prize: number;
            /** @description key targets that the request names */
            keys: number;
            /** @description of the doors there are, 0 to 1 */
            share: number;
            /** @description the area is larger than what is planned in one go */
            extrapolated: boolean;
        };
        /** @description what to canvass, and with how many */
        EstimateRequest: {
            /** @description name of a prepared region */
            region: string;
            /** @description of the region; default: the current one */
            version?: string;
            /** @description what to canvass; default: the whole region */
            area?: components["schemas"]["AreaRequest"];
            /** @description people per walk when `volunteers` is a count */
            teamSize?: number;
            /** @description length of one walk; a list gives a curve for each; default 120 */
            minutes?: number | number[];
            /** @description most doors of one walk */
            doors?: number;
            /** @description meeting point; default: the plan proposes one (`meetingPoint`) */
            start?: components["schemas"]["Start"];
            /** @description walks return to their start; default true */
            closed?: boolean;
            /**
             * Format: date-time
             * @description when the walks start; default: now
             */
            startAt?: string;
            /** @description a field is scaled to 0–100 over the region, a ranking over its areas, where 50 counts once and 100 twice; default: every door counts the same */
            priority?: components["schemas"]["PriorityRequest"];
            /** @description what you know better */
            targets?: components["schemas"]["TargetOverride"][];
            skip?: components["schemas"]["SkipRequest"];
            /**
             * @description of instructions and paper; default "fr"
             * @enum {string}
             */
            language?: "fr" | "en";
            /** @description same request, region version, seed and iterations: same walks; default 1 */
            seed?: number;
            /**
             * @description `osrm-compat` walks as OSRM's stock foot profile does; default "canvass"
             * @enum {string}
             */
            profile?: "canvass" | "osrm-compat";
            /** @description learn from the visits of the area how many doors open and street doors let in, where the campaign has not set it; default: as the campaign says, which is true */
            calibrate?: boolean;
            /** @description walkers at the end of the curve; default 120 */
            upTo?: number;
            /** @description share of the doors; default 0.8 */
            goal?: number;
            /** @description who come on one evening; `evenings` then says how many the goal takes */
            volunteers?: number;
        };
        /** @description what canvassing did */
        Evaluation: {
            /**
             * @description pairs: one was held out in each group of neighbours
             * @enum {string}
             */
            design: "pairs" | "strata";
            /** @description what the draw was, and what of it is left */
            drawn: components["schemas"]["DrawLeft"];
            /** @description by the pairs or strata of the draw: the answer */
            difference: components["schemas"]["DifferenceFound"];
            /** @description by the last results instead: a check; null without them */
            regression: components["schemas"]["DifferenceFound"] | null;
            /** @description that this design shows in 80 of 100 draws, in points */
            smallestEffect: number;
            /** @description what misleads; null without last results */
            beforeAfter: components["schemas"]["BeforeAfter"] | null;
            /** @description pairs or strata with precincts that have no result */
            broken: components["schemas"]["BrokenPair"][];
            /** @description precincts with a result that were not in the draw */
            unused: string[];
            /** @description in one sentence */
            verdict: string;
            /** @description how the numbers were read, and what to keep in mind */
            notes: string[];
        };
        /** @description results of precincts */
        EvaluationRequest: {
            /** @description one of each precinct, in any order */
            results: components["schemas"]["PrecinctResult"][];
            /** @description a numeric property of the precincts: the same share at the vote before, instead of `last` */
            lastField?: string;
        };
        /** @description where to go on one evening */
        Evening: {
            /** @description from 1 */
            number: number;
            /** @description by rank */
            areas: components["schemas"]["EveningArea"][];
            /** @description where to meet */
            meetingPoint: components["schemas"]["Position"];
            /** @description there */
            targets: number;
            /** @description there */
            doors: number;
            /** @description there: doors × score ÷ 100 × the chance of being let in */
            score: number;
            /** @description hours that all of it would take, ways to it included */
            work: number;
            /** @description volunteer-hours of the evening */
            hours: number;
            reached: components["schemas"]["EveningReach"];
            /** @description score reached by one volunteer in an hour: why these areas */
            scorePerHour: number;
            /** @description more is there than is planned in one go */
            extrapolated: boolean;
            /** @description the next best areas within reach */
            next: components["schemas"]["NextArea"][];
            plan: components["schemas"]["EveningPlan"];
        };
        /** @description an area, or some of its blocks, on an evening */
        EveningArea: {
            /** @description of the ranked area */
            code: string;
            /** @description of the ranked area */
            rank: number;
            /** @description false: some of its blocks, the others are left to another evening */
            whole: boolean;
            /** @description its blocks, H3 cells, where it is not whole */
            cells?: string[];
            /** @description of this evening */
            doors: number;
            /** @description of this evening */
            score: number;
        };
        /** @description body of POST /v1/plans, or for `doorwalk plan --request` */
        EveningPlan: {
            /** @description name of the region */
            region: string;
            /** @description what to canvass */
            area: components["schemas"]["AreaKept"];
            /** @description walks */
            volunteers: number;
            /** @description of each walk */
            minutes: number;
            /** @description where to meet */
            start?: components["schemas"]["Position"];
            /** @description as asked */
            seed: number;
        };
        /** @description what the volunteers of an evening are expected to reach */
        EveningReach: {
            /** @description expected */
            doors: number;
            /** @description expected */
            score: number;
            /** @description of the score there, 0 to 1 */
            share: number;
        };
        /**
         * @description what messages tell of
         * @enum {string}
         */
        EventType: "plan.completed" | "plan.failed" | "plan.stale" | "walk.started" | "walk.completed" | "block.completed" | "batch.completed" | "import.completed" | "import.failed" | "webhook.disabled" | "webhook.test";
        /** @description a target, or a building, on no walk */
        ExcludeEdit: {
            /**
             * @description on no walk (`excluded`)
             * @constant
             */
            type: "exclude";
            /** @description id of a target, or of a building for all its targets that the plan knows */
            target: string;
        };
        /** @description a walker needs longer */
        ExtendRequest: {
            /** @description from now on */
            minutes: number;
        };
        /** @description GeoJSON */
        Feature: {
            /**
             * @description of GeoJSON
             * @constant
             */
            type: "Feature";
            /** @description of what is drawn, where it has one */
            id?: string;
            /** @description what it says of itself */
            properties: {
                [key: string]: unknown;
            };
            /** @description where it is */
            geometry: components["schemas"]["Geometry"];
        };
        /** @description GeoJSON */
        FeatureCollection: {
            /**
             * @description of GeoJSON
             * @constant
             */
            type: "FeatureCollection";
            /** @description of a plan or walk: which it is */
            name?: string;
            /** @description of a plan or walk: who must be named beside the map */
            attribution?: string[];
            /** @description of a plan or walk: west, south, east, north */
            bbox?: number[];
            /** @description what is drawn */
            features: components["schemas"]["Feature"][];
        };
        /** @description a numeric property of the precincts as weight of their doors */
        FieldPriority: {
            /** @description one of `priorityFields` of the region */
            field: string;
        };
        /** @description a field and how much it counts */
        FieldWeight: {
            /** @description a number of the areas, or `FIELD/FIELD` */
            field: string;
            /** @description not 0; below 0: less is better */
            weight: number;
        };
        /** @description what the second of two plans has more than the first */
        FigureDifferences: {
            /** @description walks more */
            walks: number;
            /** @description targets more */
            targets: number;
            /** @description doors more */
            doors: number;
            /** @description prize more */
            prize: number;
            /** @description minutes more */
            minutes: number;
            /** @description metres more */
            metres: number;
            /** @description key targets more */
            keys: number;
            /** @description targets more by reason; a reason without one is absent */
            leftOut: {
                [key: string]: number;
            };
        };
        /** @description a visit that was taken with a remark */
        FlaggedVisit: {
            /** @description of the visit */
            id: string;
            /**
             * @description its clock was ahead; or `scope: "target"` changed nothing, for nobody opted out
             * @enum {string}
             */
            flag: "clock_ahead" | "scope_unused";
        };
        /** @description what a score is made of */
        FormulaRequest: components["schemas"]["MobiliseFormula"] | components["schemas"]["PersuadeFormula"] | components["schemas"]["KnockedFormula"] | components["schemas"]["WeightsFormula"];
        /** @description GeoJSON */
        Geometry: {
            /**
             * @description of GeoJSON
             * @enum {string}
             */
            type: "Point" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon";
            /** @description positions `[lng, lat]`, nested as the type asks for */
            coordinates: unknown[];
        };
        /** @description doors to be reached by a day */
        Goal: {
            /** @description so many */
            doors: number;
            /**
             * Format: date
             * @description day
             */
            by: string;
        };
        /** @description what the goal needs */
        GoalPace: {
            /** @description doors still to be knocked on */
            left: number;
            /** @description until the day of the goal, today included */
            days: number;
            /** @description so many a day */
            doorsADay: number;
        };
        /** @description somebody else takes the walk over */
        HandoverRequest: {
            /** @description opaque; never a name */
            walker: string;
        };
        /** @description the server and its database answer */
        Health: {
            /**
             * @description always this
             * @constant
             */
            status: "ok";
        };
        /** @description units that are never handed out */
        Holdout: {
            /** @description of the hold-out */
            id: string;
            /** @description name of the region */
            region: string;
            /** @description of the region, when it was drawn */
            regionVersion: string;
            /**
             * @description what was drawn whole
             * @enum {string}
             */
            unit: "block" | "precinct";
            /** @description of the units of each stratum */
            share: number;
            /** @description groups within which was drawn; null or absent: none */
            strata?: components["schemas"]["Strata"] | null;
            /** @description pairs in which was drawn; null or absent: none */
            pairs?: components["schemas"]["HoldoutPairsDrawn"] | null;
            /** @description SHA-256 of the seed, in hexadecimal; told before the seed */
            seedHash: string;
            /** @description that could be drawn */
            units: number;
            /** @description units held out */
            drawn: number;
            /**
             * Format: date-time
             * @description moment
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description moment; null: it is sealed
             */
            unsealedAt: string | null;
            /** @description null while it is sealed */
            seed: string | null;
        };
        /** @description the hold-outs of a campaign */
        HoldoutList: {
            /** @description without their members */
            holdouts: components["schemas"]["Holdout"][];
        };
        /** @description pairs of neighbours by a number of the precincts */
        HoldoutPairs: {
            /** @description the score: a numeric property of the precincts */
            field: string;
        };
        /** @description pairs of neighbours by a ranking */
        HoldoutPairsByRanking: {
            /** @description the score of a stored ranking: its id (`rk_…`), or its name: then the newest version of that name */
            ranking: string;
        };
        /** @description pairs in which was drawn */
        HoldoutPairsDrawn: {
            /** @description the score: a numeric property of the precincts; with `ranking` the name of that */
            field: string;
            /** @description whose scores they were when it was drawn */
            ranking?: components["schemas"]["RankingRef"];
            /** @description precincts without this number, not in the draw */
            without: number;
        };
        /** @description a list that is imported */
        Import: {
            /** @description of the import */
            id: string;
            /** @description `waiting`: for its file; `taking_back`: what it has changed is being taken back */
            status: components["schemas"]["ImportStatus"];
            /** @description name of the region */
            region: string;
            kind: components["schemas"]["ListKind"];
            /** @description of the file, as you call it */
            name: string;
            /** @description nothing is stored but the report */
            dryRun: boolean;
            /** @description what was imported before goes */
            replace: boolean;
            /**
             * Format: date-time
             * @description moment of the request
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description when it ended; null: it has not
             */
            endedAt: string | null;
            /** @description up to now */
            counts: components["schemas"]["ImportCounts"];
            /** @description what the accepted lines changed, or would change; once done */
            changes: components["schemas"]["ImportChanges"] | null;
            /** @description how the list was read; once done, and of one that failed where its columns could be told */
            mapping: components["schemas"]["ImportMapping"] | null;
            /** @description once failed; of one that is `done`: why it could not be taken back */
            error: components["schemas"]["ImportError"] | null;
            /** @description what it has changed can be taken back, as long as it is told of */
            canTakeBack: boolean;
            /** @description what taking it back has changed; null: it was not */
            takenBack: components["schemas"]["ImportTakenBack"] | null;
        };
        /** @description a building that a line may mean */
        ImportCandidate: {
            /** @description of the region */
            address: string;
            /** @description 0–1: how alike the addresses are */
            score: number;
            /** @description ids of the region; the first of them */
            targets: string[];
            /** @description from the position of the line, where it has one */
            metres?: number;
        };
        /** @description what a list changed */
        ImportChanges: {
            /** @description entries that were new */
            added: number;
            /** @description entries that were changed */
            updated: number;
            /** @description entries that were there as they are */
            unchanged: number;
            /** @description entries of earlier imports that go, or would go: with `replace` */
            removed?: number;
        };
        /** @description which building a line is about */
        ImportChoice: {
            /** @description of the list, as the report of a trial tells it */
            line: number;
            /** @description id of a candidate, or of another target of the region */
            target: string;
        };
        /** @description a column of a list */
        ImportColumn: {
            /** @description as the list names it; never what could be somebody’s */
            name: string;
            /** @description from 1 */
            position: number;
            /** @description what it is taken for; null: it is not read */
            field: string | null;
            /** @description in words, in the language asked */
            why: string;
            /** @description 0–1; 1: you said so */
            confidence: number;
            /** @description in words, what it tells of persons: nothing of it is kept or shown */
            refused?: string;
        };
        /** @description a list was imported */
        ImportCompleted: {
            /** @description of the import */
            importId: string;
            /** @description name of the region */
            region: string;
            kind: components["schemas"]["ListKind"];
            /** @description nothing is stored but the report */
            dryRun: boolean;
            /** @description the import */
            href: string;
            /** @description up to now */
            counts: components["schemas"]["ImportCounts"];
            /** @description what the list changed */
            changes: components["schemas"]["ImportChanges"];
        };
        /** @description sent when a list was imported, or read as a trial */
        ImportCompletedMessage: {
            /**
             * @description of the event
             * @constant
             */
            type: "import.completed";
            /**
             * Format: date-time
             * @description moment of the event
             */
            timestamp: string;
            /** @description what happened; nothing of it says what happened at a door */
            data: components["schemas"]["ImportCompleted"];
        };
        /** @description how far an import is */
        ImportCounts: {
            /** @description lines that hold something, read so far */
            rows: number;
            /** @description lines taken */
            accepted: number;
            /** @description values put right */
            repaired: number;
            /** @description lines not taken */
            refused: number;
            /** @description lines not taken because nobody can tell which building they mean */
            doubtful: number;
            /** @description lines taken whose doors are far from what the region expects there; absent of imports of before */
            unlikely?: number;
            /** @description doors of the lines taken: those they tell of, else those that the region has there; absent of imports of before */
            doors?: number;
        };
        /** @description why an import failed */
        ImportError: {
            /** @description as of a problem */
            code: string;
            /** @description what came, what was expected, what to do */
            detail: string;
        };
        /** @description an import failed */
        ImportFailed: {
            /** @description of the import */
            importId: string;
            /** @description name of the region */
            region: string;
            kind: components["schemas"]["ListKind"];
            /** @description nothing is stored but the report */
            dryRun: boolean;
            /** @description the import */
            href: string;
            /** @description why */
            error: components["schemas"]["ImportError"];
        };
        /** @description sent when a list could not be imported as a whole */
        ImportFailedMessage: {
            /**
             * @description of the event
             * @constant
             */
            type: "import.failed";
            /**
             * Format: date-time
             * @description moment of the event
             */
            timestamp: string;
            /** @description what happened; nothing of it says what happened at a door */
            data: components["schemas"]["ImportFailed"];
        };
        /** @description what became of a line of a list */
        ImportLine: {
            /** @description of the list, the header included, from 1 */
            line: number;
            /**
             * @description `repaired`: taken; `unlikely`: taken, though its number is far from what the region expects; the others: not taken; `doubtful`: somebody must say which building it is, or that the number is right
             * @enum {string}
             */
            outcome: "repaired" | "unlikely" | "refused" | "doubtful";
            /** @description what it is about */
            field: string;
            /** @description as it came */
            came: string;
            /** @description what was taken instead */
            became?: string;
            /** @description what would be taken, and what to do */
            expected?: string;
            /** @description buildings that a doubtful line may mean, the best first; `choices` of an import takes one */
            candidates?: components["schemas"]["ImportCandidate"][];
        };
        /** @description a page of imports */
        ImportList: {
            /** @description newest first */
            imports: components["schemas"]["ListedImport"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description how a list was read */
        ImportMapping: {
            /** @description of the file */
            format: string;
            /** @description of a workbook */
            sheet?: string;
            /** @description line with the names of the columns; absent: there is none */
            headerLine?: number;
            /** @description in the order of the list */
            columns: components["schemas"]["ImportColumn"][];
            /** @description of coordinates, as the first lines tell them */
            systems: string[];
            /** @description of a text */
            encoding?: string;
            /** @description of the cells */
            separator?: string;
            /** @description what a reader should know */
            notes: string[];
        };
        /** @description which columns are what */
        ImportMappingInput: {
            /** @description column by field, where the guess is wrong */
            fields?: {
                [key: string]: string;
            };
            /** @description columns that are not to be read */
            ignored?: string[];
        };
        /** @description an import that waits for its list */
        ImportOpened: {
            /** @description of the import */
            id: string;
            /** @description `waiting`: for its file; `taking_back`: what it has changed is being taken back */
            status: components["schemas"]["ImportStatus"];
            /** @description name of the region */
            region: string;
            kind: components["schemas"]["ListKind"];
            /** @description of the file, as you call it */
            name: string;
            /** @description nothing is stored but the report */
            dryRun: boolean;
            /** @description what was imported before goes */
            replace: boolean;
            /**
             * Format: date-time
             * @description moment of the request
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description when it ended; null: it has not
             */
            endedAt: string | null;
            /** @description up to now */
            counts: components["schemas"]["ImportCounts"];
            /** @description what the accepted lines changed, or would change; once done */
            changes: components["schemas"]["ImportChanges"] | null;
            /** @description how the list was read; once done, and of one that failed where its columns could be told */
            mapping: components["schemas"]["ImportMapping"] | null;
            /** @description once failed; of one that is `done`: why it could not be taken back */
            error: components["schemas"]["ImportError"] | null;
            /** @description what it has changed can be taken back, as long as it is told of */
            canTakeBack: boolean;
            /** @description what taking it back has changed; null: it was not */
            takenBack: components["schemas"]["ImportTakenBack"] | null;
            /** @description then `POST /v1/imports/{importId}/start` */
            upload: components["schemas"]["ImportUpload"];
        };
        /** @description what became of a list, line by line */
        ImportReport: {
            /** @description targets stored, unchanged ones included */
            accepted: number;
            /** @description targets that were new */
            added: number;
            /** @description targets that were changed */
            updated: number;
            /** @description targets that were there as they are */
            unchanged: number;
            /** @description values put right */
            repairs: number;
            /** @description lines not taken */
            refusals: number;
            /** @description the first 1000 */
            repaired: components["schemas"]["RepairedLine"][];
            /** @description the first 1000 */
            refused: components["schemas"]["RefusedLine"][];
        };
        /** @description a page of the report of an import */
        ImportReportPage: {
            /** @description in the order of the list */
            lines: components["schemas"]["ImportLine"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /**
         * @description how far an import is
         * @enum {string}
         */
        ImportStatus: "waiting" | "queued" | "running" | "done" | "failed" | "cancelled" | "taking_back" | "taken_back";
        /** @description what taking an import back has changed */
        ImportTakenBack: {
            /**
             * Format: date-time
             * @description moment
             */
            at: string;
            /** @description entries that the import had added, and that are gone */
            removed: number;
            /** @description entries that say again what they said before the import */
            restored: number;
            /** @description entries of which a later import has spoken: they stay as they are */
            kept: number;
        };
        /** @description where a list is sent */
        ImportUpload: {
            /**
             * @description of the call that sends the bytes of the list
             * @constant
             */
            method: "PUT";
            /** @description where to; it needs no key */
            url: string;
            /** @description of the list */
            maxBytes: number;
            /**
             * Format: date-time
             * @description until then
             */
            expiresAt: string;
        };
        /** @description a target, or a building, that an edit excluded */
        IncludeEdit: {
            /**
             * @description no longer excluded by this plan
             * @constant
             */
            type: "include";
            /** @description id of a target, or of a building for all its targets that the plan knows */
            target: string;
        };
        /** @description one link for all who meet at a place */
        Invitation: {
            /** @description of the invitation */
            id: string;
            /** @description what it is called; null: nothing */
            label: string | null;
            /** @description name of the region */
            region: string;
            /** @description meeting point: walks begin and end there */
            start: components["schemas"]["Position"];
            /** @description where its walks lie; null: within about a kilometre of the meeting point */
            area: components["schemas"]["AreaKept"] | null;
            /** @description what its walks prefer; null: every door counts the same */
            priority: components["schemas"]["PriorityRequest"] | null;
            /** @description as in a plan request; null: the default */
            keyShare: number | null;
            /** @description of whoever says none */
            minutes: number;
            /**
             * @description of whoever names none
             * @enum {string}
             */
            language: "fr" | "en";
            /** @description so many walks */
            most: number;
            /**
             * Format: date-time
             * @description walks are given until then
             */
            until: string;
            /**
             * Format: date-time
             * @description moment
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description when it was closed; null: it was not
             */
            closedAt: string | null;
            /** @description walks that were given, or are being made */
            taken: number;
            /** @description whether it gives walks, and why not */
            state: components["schemas"]["InvitationState"];
        };
        /** @description a page of invitations */
        InvitationList: {
            /** @description newest first, without their tokens */
            invitations: components["schemas"]["Invitation"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /**
         * @description `full`: all walks are given; `over`: its time is; `closed` by its campaign
         * @enum {string}
         */
        InvitationState: "open" | "full" | "over" | "closed";
        /** @description an invitation, this once with its token */
        InvitationWithToken: {
            /** @description of the invitation */
            id: string;
            /** @description what it is called; null: nothing */
            label: string | null;
            /** @description name of the region */
            region: string;
            /** @description meeting point: walks begin and end there */
            start: components["schemas"]["Position"];
            /** @description where its walks lie; null: within about a kilometre of the meeting point */
            area: components["schemas"]["AreaKept"] | null;
            /** @description what its walks prefer; null: every door counts the same */
            priority: components["schemas"]["PriorityRequest"] | null;
            /** @description as in a plan request; null: the default */
            keyShare: number | null;
            /** @description of whoever says none */
            minutes: number;
            /**
             * @description of whoever names none
             * @enum {string}
             */
            language: "fr" | "en";
            /** @description so many walks */
            most: number;
            /**
             * Format: date-time
             * @description walks are given until then
             */
            until: string;
            /**
             * Format: date-time
             * @description moment
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description when it was closed; null: it was not
             */
            closedAt: string | null;
            /** @description walks that were given, or are being made */
            taken: number;
            /** @description whether it gives walks, and why not */
            state: components["schemas"]["InvitationState"];
            /** @description to be opened on phones, with the token behind `#`; shown this once */
            url: string;
            /** @description for `Authorization: Bearer`; shown this once */
            token: string;
        };
        /** @description a walk that is yours, with a link of its own */
        InvitedWalk: {
            /** @description unique everywhere */
            walkId: string;
            /** @description 1, 2, … in the plan */
            number: number;
            /** @description handing out ranks 1…k is close to planning for k walkers */
            rank: number;
            /** @description id of the volunteer */
            walker: string;
            /** @description how many walk together, where more than one */
            people?: number;
            /**
             * @description of instructions and paper
             * @enum {string}
             */
            language: "fr" | "en";
            /** @description seconds there are, what is kept free included: minutes × 60 */
            budget: number;
            /** @description legs + stops */
            seconds: number;
            /** @description walked */
            metres: number;
            /** @description busy streets crossed on the legs, by class; a class that is not crossed is absent */
            crossings: components["schemas"]["Crossings"];
            /** @description on the walk */
            doors: number;
            /** @description of its targets */
            prize: number;
            /** @description null: begins at the first stop */
            start: components["schemas"]["Position"] | null;
            /** @description null: ends at the last stop */
            end: components["schemas"]["Position"] | null;
            /**
             * Format: date-time
             * @description moment
             */
            startAt: string;
            /**
             * Format: date-time
             * @description moment
             */
            endAt: string;
            /** @description in walking order */
            stops: components["schemas"]["WalkStop"][];
            /** @description nearby targets to fall back on, nearest first */
            reserves: components["schemas"]["WalkTarget"][];
            /** @description stops + 1 with both ends fixed, stops with one, stops − 1 with none */
            legs: components["schemas"]["Leg"][];
            /** @description the plan it came of */
            planId: string;
            /** @description opens it from now on */
            link: components["schemas"]["LinkWithToken"];
        };
        /** @description a target, or a building, that comes first */
        KeyEdit: {
            /**
             * @description a key building
             * @constant
             */
            type: "key";
            /** @description id of a target, or of a building for all its targets that the plan knows */
            target: string;
        };
        /** @description the keys of a campaign */
        KeyList: {
            /** @description without the secret part */
            keys: components["schemas"]["StoredKey"][];
        };
        /** @description what would reach a key building, each alone, beside those that are reached; only what can be proved */
        KeyNeeds: {
            /** @description length of a walk */
            minutes?: number;
            /** @description door limit of a walk */
            doors?: number;
            /** @description so many more, with the start and minutes of one who walks */
            walkers?: number;
            /** @description minutes of walking from a start, instead of those there are */
            startWithin?: number;
            /** @description one more walker who climbs stairs */
            stairs?: boolean;
        };
        /**
         * @description what a key may do
         * @enum {string}
         */
        KeyScope: "operator" | "organiser" | "reporter" | "service" | "read";
        /** @description key buildings, counted in targets */
        KeySummary: {
            /**
             * @description who named them
             * @enum {string}
             */
            by: "request" | "plan";
            /** @description on walks */
            reached: number;
            /** @description so many */
            of: number;
        };
        /**
         * @description which walks a key may change: `own` those that were made with it, `all` those of its campaign
         * @enum {string}
         */
        KeyWalks: "own" | "all";
        /** @description a key, this once with its secret part */
        KeyWithSecret: {
            /** @description of the key */
            keyId: string;
            /** @description it belongs to */
            campaign: string;
            /** @description what it may do */
            scopes: components["schemas"]["KeyScope"][];
            /** @description what it is for */
            label: string;
            /**
             * Format: date-time
             * @description moment
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description null: until it is deleted
             */
            expiresAt: string | null;
            /** @description which walks it may change, where its scopes let it change any */
            walks: components["schemas"]["KeyWalks"];
            /** @description shown this once */
            key: string;
        };
        /** @description doors by the ledger of the campaign; those of hold-outs do not count */
        KnockedFormula: {
            /**
             * @description doors nobody has knocked at; `fresh`: half that, half the days since the last visit
             * @enum {string}
             */
            preset: "cover" | "fresh";
            /**
             * Format: date-time
             * @description what was reported up to then; default: now
             */
            at?: string;
        };
        /** @description who sets out later, and is back when planned */
        LateWalker: {
            /** @description id of the walker */
            walker: string;
            /** @description after the others */
            minutes: number;
        };
        /** @description somebody comes later */
        LatecomerWish: {
            /** @description opaque; never a name */
            id?: string;
            /** @description own start; kept to about 100 m; default: the start of the request */
            start?: components["schemas"]["Start"];
            /** @description where the walk ends; default: back at the start when `closed` */
            end?: components["schemas"]["Position"];
            /** @description the time there is, from `at` on */
            minutes: number;
            /** @description most doors of the walk */
            doors?: number;
            /** @description who walk together */
            people?: number;
            /** @description the people knock at different doors at the same time; default false */
            split?: boolean;
            /** @description nothing above a ground floor but in houses, as stop or as reserve */
            avoidStairs?: boolean;
            /**
             * @description where one more walker goes
             * @constant
             */
            for: "latecomer";
            /**
             * Format: date-time
             * @description from when on: what is walked by then stays; default: now while the walks of the plan are on, else when it starts
             */
            at?: string;
            /** @description suggestions at most; default 5 */
            most?: number;
        };
        /** @description what is assumed at doors, and what visits have taught */
        LearntAssumptions: {
            /** @description name of the region */
            region: string;
            /** @description where nobody has said or learnt anything */
            usual: components["schemas"]["Assumptions"];
            /** @description morning, afternoon, evening; empty: fewer than 11 doors were knocked on, or the last ballot is over */
            learnt: components["schemas"]["Assumptions"][];
        };
        /** @description a walk that is yours */
        LeasedWalk: {
            /** @description unique everywhere */
            walkId: string;
            /** @description 1, 2, … in the plan */
            number: number;
            /** @description handing out ranks 1…k is close to planning for k walkers */
            rank: number;
            /** @description id of the volunteer */
            walker: string;
            /** @description how many walk together, where more than one */
            people?: number;
            /**
             * @description of instructions and paper
             * @enum {string}
             */
            language: "fr" | "en";
            /** @description seconds there are, what is kept free included: minutes × 60 */
            budget: number;
            /** @description legs + stops */
            seconds: number;
            /** @description walked */
            metres: number;
            /** @description busy streets crossed on the legs, by class; a class that is not crossed is absent */
            crossings: components["schemas"]["Crossings"];
            /** @description on the walk */
            doors: number;
            /** @description of its targets */
            prize: number;
            /** @description null: begins at the first stop */
            start: components["schemas"]["Position"] | null;
            /** @description null: ends at the last stop */
            end: components["schemas"]["Position"] | null;
            /**
             * Format: date-time
             * @description moment
             */
            startAt: string;
            /**
             * Format: date-time
             * @description moment
             */
            endAt: string;
            /** @description in walking order */
            stops: components["schemas"]["WalkStop"][];
            /** @description nearby targets to fall back on, nearest first */
            reserves: components["schemas"]["WalkTarget"][];
            /** @description stops + 1 with both ends fixed, stops with one, stops − 1 with none */
            legs: components["schemas"]["Leg"][];
            /** @description the plan it came of */
            planId: string;
        };
        /** @description a target on no walk */
        LeftOut: {
            /** @description its id */
            target: string;
            /** @description only what can be proved */
            reason: components["schemas"]["LeftOutReason"];
            /**
             * @description named as key building by the request
             * @constant
             */
            key?: true;
            /** @description of a key building */
            address?: string;
            /** @description of `key_not_reached`: what would do, each alone */
            needs?: components["schemas"]["KeyNeeds"];
        };
        /** @description a page of targets on no walk */
        LeftOutPage: {
            /** @description each with its reason */
            leftOut: components["schemas"]["LeftOut"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /**
         * @description why a target is on no walk
         * @enum {string}
         */
        LeftOutReason: "visited" | "leased" | "hold_out" | "excluded" | "unreachable" | "no_doors" | "exceeds_budget_alone" | "not_selected" | "key_not_reached" | "outside_area" | "outside_region";
        /** @description the way between two stops */
        Leg: {
            /** @description walking */
            seconds: number;
            /** @description walked */
            metres: number;
            /** @description where it leads */
            geometry: components["schemas"]["LineString"];
            /** @description empty where the next door is in sight, within 40 m on the same side of the street, or behind the same street door; never on the first leg */
            steps: components["schemas"]["WalkStep"][];
        };
        /** @description GeoJSON */
        LineString: {
            /**
             * @description of GeoJSON
             * @constant
             */
            type: "LineString";
            /** @description in walking order; the same position twice from floor to floor */
            coordinates: components["schemas"]["Position"][];
        };
        /** @description a link that opens one walk, without its token */
        Link: {
            /** @description of the link */
            linkId: string;
            /** @description of the walk that it opens */
            walkId: string;
            /** @description who had the walk when it was made; null: it was made before that was noted */
            walker: string | null;
            /**
             * Format: date-time
             * @description moment
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description it opens the walk until then, and may report visits until the last ballot is over
             */
            expiresAt: string;
            /**
             * Format: date
             * @description the last day that somebody came by it, UTC; null: nobody did
             */
            usedOn: string | null;
        };
        /** @description the links of a walk */
        LinkList: {
            /** @description oldest first, without their tokens */
            links: components["schemas"]["Link"][];
        };
        /** @description a link, this once with its token */
        LinkWithToken: {
            /** @description of the link */
            linkId: string;
            /** @description of the walk that it opens */
            walkId: string;
            /** @description who had the walk when it was made; null: it was made before that was noted */
            walker: string | null;
            /**
             * Format: date-time
             * @description moment
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description it opens the walk until then, and may report visits until the last ballot is over
             */
            expiresAt: string;
            /**
             * Format: date
             * @description the last day that somebody came by it, UTC; null: nobody did
             */
            usedOn: string | null;
            /** @description to be opened on a phone, with the token behind `#`; shown this once */
            url: string;
            /** @description for `Authorization: Bearer`; shown this once */
            token: string;
        };
        /**
         * @description what a list is about
         * @enum {string}
         */
        ListKind: "targets" | "opt_outs" | "exclusions";
        /** @description a list that was imported, as it is listed */
        ListedImport: {
            /** @description of the import */
            id: string;
            /** @description `waiting`: for its file; `taking_back`: what it has changed is being taken back */
            status: components["schemas"]["ImportStatus"];
            /** @description name of the region */
            region: string;
            kind: components["schemas"]["ListKind"];
            /** @description of the file, as you call it */
            name: string;
            /** @description nothing is stored but the report */
            dryRun: boolean;
            /** @description what was imported before goes */
            replace: boolean;
            /**
             * Format: date-time
             * @description moment of the request
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description when it ended; null: it has not
             */
            endedAt: string | null;
            /** @description up to now */
            counts: components["schemas"]["ImportCounts"];
            /** @description what the accepted lines changed, or would change; once done */
            changes: components["schemas"]["ImportChanges"] | null;
            /** @description once failed; of one that is `done`: why it could not be taken back */
            error: components["schemas"]["ImportError"] | null;
            /** @description what it has changed can be taken back, as long as it is told of */
            canTakeBack: boolean;
            /** @description what taking it back has changed; null: it was not */
            takenBack: components["schemas"]["ImportTakenBack"] | null;
        };
        /** @description a ranking as it is listed */
        ListedRanking: {
            /** @description to be named in requests */
            id: string;
            /** @description as asked */
            name: string;
            /** @description of the rankings of this name in this region */
            version: number;
            /** @description name of the region */
            region: string;
            /** @description its version then */
            regionVersion: string;
            /** @description as a person would write it */
            formula: string;
            /**
             * Format: date-time
             * @description what was reported up to then counts; null: nothing that was reported does
             */
            at: string | null;
            /** @description of ranked areas */
            counts: components["schemas"]["RankingCounts"];
            /** @description sentences worth reading */
            notes: string[];
            /**
             * Format: date-time
             * @description moment
             */
            createdAt: string;
        };
        /** @description a ranking as it is listed, with the fields that were asked for */
        ListedRankingPart: {
            /** @description to be named in requests */
            id?: string;
            /** @description as asked */
            name?: string;
            /** @description of the rankings of this name in this region */
            version?: number;
            /** @description name of the region */
            region?: string;
            /** @description its version then */
            regionVersion?: string;
            /** @description as a person would write it */
            formula?: string;
            /**
             * Format: date-time
             * @description what was reported up to then counts; null: nothing that was reported does
             */
            at?: string | null;
            /** @description of ranked areas */
            counts?: components["schemas"]["RankingCounts"];
            /** @description sentences worth reading */
            notes?: string[];
            /**
             * Format: date-time
             * @description moment
             */
            createdAt?: string;
        };
        /** @description storeys of an entrance that is cut */
        ListedStoreys: {
            /** @description 0 is the ground floor */
            from: number;
            /** @description included */
            to: number;
        };
        /** @description a target as a list tells of it */
        ListedTarget: {
            /** @description its id */
            target: string;
            /** @description id of the building */
            building: string;
            /** @description as it is written there; empty: none is known */
            address: string;
            /** @description null: not known */
            postcode: string | null;
            /** @description null: not known */
            city: string | null;
            /** @description its label, such as "B"; null: it has none */
            entrance: string | null;
            /** @description of an entrance that is cut by storeys; null: all of it */
            storeys: components["schemas"]["ListedStoreys"] | null;
            /** @description to knock on */
            doors: number;
            /** @description lower end of the estimate; `doors` where they are counted */
            doorsLow: number;
            /** @description upper end */
            doorsHigh: number;
            /**
             * @description where the count comes from
             * @enum {string}
             */
            doorsSource: "client" | "dwellings" | "flats" | "units" | "numbers" | "grid" | "floor_area" | "default";
            /** @description storeys to walk */
            floors: number;
            /** @description priority 0–100 as a plan takes it: your own, that of the precinct, else 50 */
            score: number;
            /** @description you named it as key building */
            key: boolean;
            /** @description by the ledger, at this moment; null below 11 doors, always */
            state: ("free" | "leased" | "not_before" | "done" | "never" | "hold_out") | null;
            /** @description code; null: in none */
            precinct: string | null;
            /** @description H3 cell, resolution 10 */
            block: string;
            /** @description in front of the street door */
            location: [
                number,
                number
            ];
        };
        /** @description a point for each target, in front of its street door */
        ListedTargetMap: {
            /**
             * @description of GeoJSON
             * @constant
             */
            type: "FeatureCollection";
            /** @description of a plan or walk: which it is */
            name?: string;
            /** @description of a plan or walk: who must be named beside the map */
            attribution?: string[];
            /** @description of a plan or walk: west, south, east, north */
            bbox?: number[];
            /** @description what is drawn */
            features: components["schemas"]["Feature"][];
            /** @description targets of the area, on all pages */
            total: number;
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description a page of the targets of an area */
        ListedTargetPage: {
            /** @description by precinct, street and number */
            targets: components["schemas"]["ListedTarget"][];
            /** @description targets of the area, on all pages */
            total: number;
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description the same with the fields that were asked for */
        ListedTargetPagePart: {
            /** @description in the same order */
            targets: components["schemas"]["ListedTargetPart"][];
            /** @description targets of the area, on all pages */
            total: number;
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description a target with the fields that were asked for */
        ListedTargetPart: {
            /** @description its id */
            target?: string;
            /** @description id of the building */
            building?: string;
            /** @description as it is written there; empty: none is known */
            address?: string;
            /** @description null: not known */
            postcode?: string | null;
            /** @description null: not known */
            city?: string | null;
            /** @description its label, such as "B"; null: it has none */
            entrance?: string | null;
            /** @description of an entrance that is cut by storeys; null: all of it */
            storeys?: components["schemas"]["ListedStoreys"] | null;
            /** @description to knock on */
            doors?: number;
            /** @description lower end of the estimate; `doors` where they are counted */
            doorsLow?: number;
            /** @description upper end */
            doorsHigh?: number;
            /**
             * @description where the count comes from
             * @enum {string}
             */
            doorsSource?: "client" | "dwellings" | "flats" | "units" | "numbers" | "grid" | "floor_area" | "default";
            /** @description storeys to walk */
            floors?: number;
            /** @description priority 0–100 as a plan takes it: your own, that of the precinct, else 50 */
            score?: number;
            /** @description you named it as key building */
            key?: boolean;
            /** @description by the ledger, at this moment; null below 11 doors, always */
            state?: ("free" | "leased" | "not_before" | "done" | "never" | "hold_out") | null;
            /** @description code; null: in none */
            precinct?: string | null;
            /** @description H3 cell, resolution 10 */
            block?: string;
            /** @description in front of the street door */
            location?: [
                number,
                number
            ];
        };
        /** @description a walk as it is listed */
        ListedWalk: {
            /** @description of the walk */
            walkId: string;
            /** @description of its plan */
            planId: string;
            /** @description id of the volunteer */
            walker: string;
            /** @description where it stands */
            state: components["schemas"]["WalkStatus"];
            /**
             * Format: date-time
             * @description the targets are held until then at most
             */
            until: string | null;
            /**
             * Format: date-time
             * @description when the walker set out; null: not yet
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description when it was finished or given back; null: not yet
             */
            endedAt: string | null;
            /** @description held, reserves included */
            targets: number;
            /** @description name of the region */
            region: string;
            /** @description the walk */
            href: string;
        };
        /** @description a walk as it is listed, with the fields that were asked for */
        ListedWalkPart: {
            /** @description of the walk */
            walkId?: string;
            /** @description of its plan */
            planId?: string;
            /** @description id of the volunteer */
            walker?: string;
            /** @description where it stands */
            state?: components["schemas"]["WalkStatus"];
            /**
             * Format: date-time
             * @description the targets are held until then at most
             */
            until?: string | null;
            /**
             * Format: date-time
             * @description when the walker set out; null: not yet
             */
            startedAt?: string | null;
            /**
             * Format: date-time
             * @description when it was finished or given back; null: not yet
             */
            endedAt?: string | null;
            /** @description held, reserves included */
            targets?: number;
            /** @description name of the region */
            region?: string;
            /** @description the walk */
            href?: string;
        };
        /** @description a walk that stays as it is */
        LockEdit: {
            /**
             * @description the walk stays as it is, through later edits and roll-calls
             * @constant
             */
            type: "lock";
            /** @description id of a walk of the plan; `new ` and his id for that of a walker whom an edit before adds */
            walk: string;
        };
        /** @description a walk has minutes left over */
        MinutesWish: {
            /**
             * @description what to add to a walk that has time left
             * @constant
             */
            for: "minutes";
            /** @description id of the walk */
            walk: string;
            /** @description by which the walk may grow */
            minutes: number;
            /**
             * Format: date-time
             * @description from when on: what is walked by then stays; default: now while the walks of the plan are on, else when it starts
             */
            at?: string;
            /** @description suggestions at most; default 5 */
            most?: number;
        };
        /** @description those who stayed at home where the own side is strong */
        MobiliseFormula: {
            /**
             * @description abstention × own share of past votes
             * @constant
             */
            preset: "mobilise";
            /** @description share of past votes of your own side, such as `pct_a` */
            own: string;
            /** @description default: `taux_abstention` and the like */
            abstention?: string;
        };
        /** @description targets to another walk */
        MoveEdit: {
            /**
             * @description to another walk, this time
             * @constant
             */
            type: "move";
            /** @description on walks, in reserve or left out */
            targets: string[];
            /** @description id of a walk of the plan; `new ` and his id for that of a walker whom an edit before adds */
            walk: string;
        };
        /** @description the rest of a walk to another walk */
        MoveTailEdit: {
            /**
             * @description all stops of a walk from this target on, to another walk
             * @constant
             */
            type: "move_tail";
            /** @description id of a target, or of a building for all its targets that the plan knows */
            from: string;
            /** @description id of a walk of the plan; `new ` and his id for that of a walker whom an edit before adds */
            walk: string;
        };
        /** @description GeoJSON */
        MultiPolygon: {
            /**
             * @description of GeoJSON
             * @constant
             */
            type: "MultiPolygon";
            /** @description polygons */
            coordinates: components["schemas"]["Position"][][][];
        };
        /** @description a shape to keep under an id */
        NewArea: {
            /** @description for your lists, e.g. "North bank" */
            label: string;
            /** @description name of a prepared region */
            region: string;
            /** @description the shape itself */
            area: components["schemas"]["AreaRequest"];
        };
        /** @description a weekend: shifts × areas × volunteers */
        NewBatch: {
            /** @description for your lists, e.g. "Second round" */
            label?: string;
            /** @description name of a prepared region */
            region: string;
            /** @description of the region; default: the current one */
            version?: string;
            /** @description default: the whole region */
            areas?: components["schemas"]["BatchArea"][];
            /** @description in the order in which they are walked */
            shifts: components["schemas"]["ShiftRequest"][];
            /** @description how many walks in each shift, or one entry per walker, who may stand there again with other shifts */
            volunteers: number | components["schemas"]["BatchVolunteer"][];
            /** @description people per walk when `volunteers` is a count */
            teamSize?: number;
            /** @description most doors of one walk */
            doors?: number;
            /** @description walks return to their start; default true */
            closed?: boolean;
            /** @description a field is scaled to 0–100 over the region, a ranking over its areas, where 50 counts once and 100 twice; default: every door counts the same */
            priority?: components["schemas"]["PriorityRequest"];
            /** @description what you know better */
            targets?: components["schemas"]["TargetOverride"][];
            /** @description where no target has `key`: the part of the prize of the area that the key buildings together hold which the plan chooses; default 0.15 */
            keyShare?: number;
            skip?: components["schemas"]["SkipRequest"];
            /** @description add reserve stops to each walk, for doors that stay shut; default true */
            reserves?: boolean;
            /**
             * @description of instructions and paper; default "fr"
             * @enum {string}
             */
            language?: "fr" | "en";
            /** @description same request, region version, seed and iterations: same walks; default 1 */
            seed?: number;
            /** @description of the search; default: by the number of stops; at most 20,000,000, and 120 s, with a key of the scope `service` */
            iterations?: number;
            /**
             * @description `osrm-compat` walks as OSRM's stock foot profile does; default "canvass"
             * @enum {string}
             */
            profile?: "canvass" | "osrm-compat";
            /** @description lease the walks of each shift when it has been planned; default false */
            commit?: boolean;
        };
        /** @description a fact about a building that the map has wrong */
        NewCorrection: {
            /** @description its id, on the walk or in reserve */
            target: string;
            /**
             * @description `no_such_door`; `other_entrance`; `lift` or `gate`: there is one; `doors`: so many were counted
             * @enum {string}
             */
            kind: "no_such_door" | "other_entrance" | "lift" | "gate" | "doors";
            /** @description of `doors`: how many there are */
            doors?: number;
            /** @description of `other_entrance`: in front of it */
            location?: components["schemas"]["Position"];
        };
        /** @description units to draw and never to hand out */
        NewHoldout: {
            /** @description name of a prepared region */
            region: string;
            /**
             * @description what is drawn whole
             * @enum {string}
             */
            unit: "block" | "precinct";
            /** @description of the units of each stratum */
            share: number;
            /** @description a numeric property of the precincts; units are drawn within equal groups by its value */
            strata?: components["schemas"]["StrataInput"];
            /** @description instead of strata, for precincts: one is held out of each pair of neighbours by this score; of a share below 0.5, one against several neighbours */
            pairs?: components["schemas"]["HoldoutPairs"] | components["schemas"]["HoldoutPairsByRanking"];
        };
        /** @description a list to import */
        NewImport: {
            /** @description name of a prepared region */
            region: string;
            kind: components["schemas"]["ListKind"];
            /** @description of the file; its ending says what it is; e-mail addresses and phone numbers in it are not kept */
            name?: string;
            /** @description the list itself, as CSV, GeoJSON or JSON; without `text` and `base64` it is uploaded */
            text?: string;
            /**
             * Format: base64
             * @description the bytes of the list, such as a workbook
             */
            base64?: string;
            /** @description corrects what the columns are taken for */
            mapping?: components["schemas"]["ImportMappingInput"];
            /** @description of a workbook; default: the first with a table */
            sheet?: string;
            /** @description which building each of these doubtful lines is about; of a number of doors that was doubtful: it is right */
            choices?: components["schemas"]["ImportChoice"][];
            /** @description tells the mapping and the report, and stores nothing; default false */
            dryRun?: boolean;
            /** @description what was imported before of this kind, and is not in the list, goes; never of `opt_outs`; default false */
            replace?: boolean;
        };
        /** @description one link for all who meet at a place */
        NewInvitation: {
            /** @description told to whoever opens it; no names of people */
            label?: string;
            /** @description name of a prepared region */
            region: string;
            /** @description meeting point: walks begin and end there */
            start: components["schemas"]["Position"];
            /** @description where its walks lie; default: within about a kilometre */
            area?: components["schemas"]["AreaRequest"];
            /** @description a field is scaled to 0–100 over the region, a ranking over its areas, where 50 counts once and 100 twice; default: every door counts the same */
            priority?: components["schemas"]["PriorityRequest"];
            /** @description where no target has `key`: the part of the prize of the area that the key buildings together hold which the plan chooses; default 0.15 */
            keyShare?: number;
            /** @description of whoever says none; default 120 */
            minutes?: number;
            /**
             * @description of whoever names none; default "fr"
             * @enum {string}
             */
            language?: "fr" | "en";
            /** @description so many walks */
            most: number;
            /**
             * Format: date-time
             * @description walks are given until then; at most 31 days from now
             */
            until: string;
        };
        /** @description a key for a purpose */
        NewKey: {
            /** @description default: the campaign of the calling key; only an operator may name another */
            campaign?: string;
            /** @description what it may do */
            scopes: ("operator" | "organiser" | "reporter" | "service" | "read")[];
            /** @description what the key is for; no names of people */
            label: string;
            /**
             * Format: date-time
             * @description default: until it is deleted
             */
            expiresAt?: string;
            /** @description of a key of the scope reporter: which walks it may change; default: `own`, those that were made with it */
            walks?: components["schemas"]["KeyWalks"];
        };
        /** @description a link to a walk */
        NewLink: {
            /**
             * Format: date-time
             * @description it opens the walk until then; default: 24 hours after the lease, and no later than the end of the last ballot
             */
            expiresAt?: string;
            /** @description the other links of the walk end; default false */
            replaces?: boolean;
        };
        /** @description what to rank, and by what */
        NewRanking: {
            /** @description for your lists and for plans; the same name in the same region again is its next version */
            name: string;
            /** @description name of a prepared region */
            region: string;
            /** @description of the region; default: the current one */
            version?: string;
            /** @description a preset, or weights of your own */
            formula: components["schemas"]["FormulaRequest"];
            /** @description numbers of your own, by precinct: counts of places, never of persons */
            numbers?: components["schemas"]["OwnNumbers"][];
            /** @description a grid whose squares are ranked as well */
            squares?: components["schemas"]["SquareCollection"];
            /** @description how many people a score rests on; default: `inscrits` and the like */
            people?: string;
            /** @description the same of the squares; default: `ind`, `men` */
            squarePeople?: string;
            /**
             * @description by the score of a door, or by how many it stands for; default: `score`, of `cover` `amount`
             * @enum {string}
             */
            order?: "score" | "amount";
            /** @description shares of fewer people are drawn toward their surroundings; 0: never; default: 100 */
            smoothBelow?: number;
        };
        /** @description a service that is to report visits */
        NewSource: {
            /** @description for your lists; no names of people */
            label: string;
            /** @description the one the service signs with; default: a new one, for the service to sign with */
            secret?: string;
        };
        /** @description a list of targets to be written */
        NewTargetFile: {
            /** @description name of a prepared region */
            region: string;
            /** @description id of a stored area */
            area?: string;
            /** @description instead of an area: codes of precincts */
            precincts?: string[];
            /** @description numeric property of the precincts that `score` comes from, as in a plan */
            priority?: string;
            /** @description instead: id of a stored ranking (`rk_…`), or its name, that `score` comes from */
            ranking?: string;
            /**
             * @description as the pages of `GET /v1/targets`, in one piece; default "csv"
             * @enum {string}
             */
            form?: "csv" | "geojson" | "json";
        };
        /** @description one volunteer, now and from here */
        NewWalk: {
            /** @description name of a prepared region */
            region: string;
            /** @description where you are; kept to about 100 m */
            start: components["schemas"]["Position"];
            /** @description length of one walk, from leaving the start to returning; default 120 */
            minutes?: number;
            /** @description most doors of one walk */
            doors?: number;
            /** @description who walk together */
            people?: number;
            /** @description the people knock at different doors at the same time; default false */
            split?: boolean;
            /** @description nothing above a ground floor but in houses, as stop or as reserve */
            avoidStairs?: boolean;
            /** @description where the walk ends; default: back at the start */
            end?: components["schemas"]["Position"];
            /** @description default: what lies within about a kilometre */
            area?: components["schemas"]["AreaRequest"];
            /** @description a field is scaled to 0–100 over the region, a ranking over its areas, where 50 counts once and 100 twice; default: every door counts the same */
            priority?: components["schemas"]["PriorityRequest"];
            /** @description where no target has `key`: the part of the prize of the area that the key buildings together hold which the plan chooses; default 0.15 */
            keyShare?: number;
            /**
             * @description of instructions and paper; default "fr"
             * @enum {string}
             */
            language?: "fr" | "en";
            /** @description opaque; never a name */
            walker?: string;
        };
        /** @description a receiver of messages */
        NewWebhook: {
            /** @description https, reachable for everybody; redirects are not followed */
            url: string;
            /** @description for your lists; no names of people */
            label: string;
            /** @description what it wants to hear of; default: everything */
            events?: ("plan.completed" | "plan.failed" | "plan.stale" | "walk.started" | "walk.completed" | "block.completed" | "batch.completed" | "import.completed" | "import.failed" | "webhook.disabled")[];
        };
        /** @description somebody who comes to a roll-call and has no walk of the plan */
        Newcomer: {
            /** @description opaque; never a name */
            id: string;
            /** @description own start; kept to about 100 m; default: the start of the request */
            start?: components["schemas"]["Start"];
            /** @description where the walk ends; default: back at the start when `closed` */
            end?: components["schemas"]["Position"];
            /** @description length of the walk, from leaving the start to returning */
            minutes?: number;
            /** @description most doors of the walk */
            doors?: number;
            /** @description who walk together */
            people?: number;
            /** @description the people knock at different doors at the same time; default false */
            split?: boolean;
            /** @description nothing above a ground floor but in houses, as stop or as reserve */
            avoidStairs?: boolean;
            /**
             * @description of instructions and paper
             * @enum {string}
             */
            language?: "fr" | "en";
        };
        /** @description an area that comes next */
        NextArea: {
            /** @description of the ranked area */
            code: string;
            /** @description of the ranked area */
            rank: number;
            /** @description within reach and in no evening */
            doors: number;
            /** @description what it would bring a volunteer in an hour */
            scorePerHour: number;
            /** @description walk from the meeting point */
            minutes: number;
        };
        /** @description what a link opens */
        OpenedWalk: {
            /** @description of the walk that the link of this call opens */
            walkId: string;
            /** @description the time of the link is over: visits are taken, the walk is not shown */
            isOver: boolean;
            /** @description who had the walk when the link was made; somebody else may have it now. null: not noted */
            walker: string | null;
        };
        /** @description a row of a spreadsheet of your own */
        OwnNumbers: {
            /** @description its code */
            precinct: string;
            /** @description numbers by field; null: not known */
            values: {
                [key: string]: number | null;
            };
        };
        /** @description voters where little decides */
        PersuadeFormula: {
            /**
             * @description closeness of the race × turnout
             * @constant
             */
            preset: "persuade";
            /** @description share of your own side: the lead is then its distance to the strongest other */
            own?: string;
            /** @description default: `taux_abstention` and the like */
            abstention?: string;
            /** @description shares of lists; default: every `pct_…` */
            lists?: string[];
        };
        /** @description a target, or a building, that belongs to a walk */
        PinEdit: {
            /**
             * @description on this walk from now on, through later edits and roll-calls
             * @constant
             */
            type: "pin";
            /** @description id of a target, or of a building for all its targets that the plan knows */
            target: string;
            /** @description id of a walk of the plan; `new ` and his id for that of a walker whom an edit before adds */
            walk: string;
        };
        /** @description a plan with all its walks */
        Plan: {
            /** @description of the plan */
            id: string;
            /**
             * @description of this format
             * @constant
             */
            version: 1;
            /** @description what it was made of */
            region: components["schemas"]["PlanRegion"];
            /** @description as asked */
            seed: number;
            /** @description made */
            iterations: number;
            /**
             * @description what ended the search
             * @enum {string}
             */
            stoppedBy: "iterations" | "deadline" | "no_improvement" | "aborted";
            /**
             * @description as asked
             * @enum {string}
             */
            profile: "canvass" | "osrm-compat";
            /** @description by which its doors count, in the version that was the newest */
            ranking?: components["schemas"]["RankingRef"];
            /**
             * Format: date-time
             * @description as asked, or the moment of planning
             */
            startAt: string;
            /** @description common start; null: there is none */
            meetingPoint: components["schemas"]["Position"] | null;
            assumptions: components["schemas"]["Assumptions"];
            /** @description sentences worth reading */
            warnings: string[];
            /** @description in numbers */
            summary: components["schemas"]["PlanSummary"];
            /** @description the first 1000; all of them at links.leftOut */
            leftOut: components["schemas"]["LeftOut"][];
            /** @description how it differs from the plan it replaces */
            replan?: components["schemas"]["Replan"];
            edits?: components["schemas"]["PlanEdits"];
            /** @description what it was asked for; null: a plan of a version before */
            area: components["schemas"]["AskedArea"] | null;
            /** @description those with most of its targets, at most two */
            streets: string[];
            /** @description the plan that was made of this one at roll-call */
            replacedBy: string | null;
            /** @description what has overtaken it as a draft; null: nothing was found */
            stale: components["schemas"]["PlanStale"] | null;
            /** @description where `timings=true` asks for it; null for plans of versions before */
            timings?: components["schemas"]["Timings"] | null;
            links: components["schemas"]["PlanLinks"];
            /**
             * @description it is told whole
             * @constant
             */
            detail: "full";
            /** @description one per walker */
            walks: components["schemas"]["Walk"][];
        };
        /** @description `detail` is `full`, or `summary` where the whole would pass 4000000 bytes */
        PlanAnswer: components["schemas"]["Plan"] | components["schemas"]["BriefPlan"];
        /** @description a plan whose walks hold their targets */
        PlanCommit: {
            /** @description of the plan */
            planId: string;
            /**
             * @description it is leased
             * @constant
             */
            state: "committed";
            /** @description with what each holds */
            walks: components["schemas"]["CommittedWalk"][];
        };
        /** @description two plans side by side, with a page of the targets that changed */
        PlanComparison: {
            /** @description the first plan named */
            first: components["schemas"]["ComparedPlan"];
            /** @description the second plan named */
            second: components["schemas"]["ComparedPlan"];
            /**
             * @description `other_version`: of one region in two versions, ids that changed with it come and leave; `other_region`: the plans have no target in common but by chance
             * @enum {string}
             */
            regions: "same" | "other_version" | "other_region";
            /** @description the second less the first */
            difference: components["schemas"]["FigureDifferences"];
            /** @description all of them, whatever the page */
            changed: components["schemas"]["ChangeCounts"];
            /** @description walks that differ, at most 200, those with most changes first; by what they share */
            walks: components["schemas"]["WalkDifference"][];
            /** @description a page of the targets that changed, walk by walk of the first plan */
            changes: components["schemas"]["TargetChange"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description a plan is ready */
        PlanCompleted: {
            /** @description of the plan */
            planId: string;
            /** @description name of the region */
            region: string;
            /** @description the plan */
            href: string;
            /** @description in numbers */
            summary: components["schemas"]["PlanSummary"];
        };
        /** @description sent when a plan is ready */
        PlanCompletedMessage: {
            /**
             * @description of the event
             * @constant
             */
            type: "plan.completed";
            /**
             * Format: date-time
             * @description moment of the event
             */
            timestamp: string;
            /** @description what happened; nothing of it says what happened at a door */
            data: components["schemas"]["PlanCompleted"];
        };
        /** @description one change by hand */
        PlanEdit: components["schemas"]["PinEdit"] | components["schemas"]["UnpinEdit"] | components["schemas"]["MoveEdit"] | components["schemas"]["MoveTailEdit"] | components["schemas"]["SwapWalkersEdit"] | components["schemas"]["LockEdit"] | components["schemas"]["UnlockEdit"] | components["schemas"]["ExcludeEdit"] | components["schemas"]["IncludeEdit"] | components["schemas"]["KeyEdit"] | components["schemas"]["UnkeyEdit"] | components["schemas"]["AddWalkerEdit"] | components["schemas"]["RemoveWalkerEdit"] | components["schemas"]["SetMinutesEdit"] | components["schemas"]["SetStartEdit"];
        /** @description what was changed by hand, and what it cost */
        PlanEdits: {
            /** @description the plan that was edited, or replanned */
            of: string;
            /** @description all that holds, oldest first, since the plan was made or replanned */
            steps: components["schemas"]["EditStep"][];
            /** @description taken back, next of `redo` first */
            undone: components["schemas"]["EditStep"][];
            /** @description that hold */
            pins: components["schemas"]["EditPin"][];
            /** @description ids of walks that are locked */
            locks: string[];
            /** @description of earlier edits, what cannot be kept any more */
            gone: components["schemas"]["EditGone"][];
            /** @description what this request changed; which walks, see `replan`; absent after a roll-call */
            cost?: components["schemas"]["EditCost"];
        };
        /** @description why a plan failed */
        PlanError: {
            /**
             * @description of error
             * @enum {string}
             */
            kind: "input" | "auth" | "forbidden" | "not_found" | "conflict" | "too_large" | "unprocessable" | "rate" | "upstream";
            /** @description as of a problem */
            code: string;
            /** @description what came, what was expected, what to do */
            detail: string;
            /** @description the fields that were wrong */
            errors: components["schemas"]["ProblemField"][];
        };
        /** @description a plan failed */
        PlanFailed: {
            /** @description of the plan */
            planId: string;
            /** @description name of the region */
            region: string;
            /** @description the plan */
            href: string;
            /** @description why */
            error: components["schemas"]["PlanError"];
        };
        /** @description sent when a job failed (not: a call that was answered so) */
        PlanFailedMessage: {
            /**
             * @description of the event
             * @constant
             */
            type: "plan.failed";
            /**
             * Format: date-time
             * @description moment of the event
             */
            timestamp: string;
            /** @description what happened; nothing of it says what happened at a door */
            data: components["schemas"]["PlanFailed"];
        };
        /** @description a plan in numbers */
        PlanFigures: {
            /** @description number of walks */
            walks: number;
            /** @description on walks */
            targets: number;
            /** @description on walks */
            doors: number;
            /** @description on walks */
            prize: number;
            /** @description of all walks, at doors and on the way, one decimal */
            minutes: number;
            /** @description walked */
            metres: number;
            /** @description key targets on walks */
            keys: number;
            /** @description number of targets by reason */
            leftOut: {
                [key: string]: number;
            };
        };
        /** @description a plan as it is listed */
        PlanHead: {
            /** @description of the plan */
            id: string;
            /** @description how far it is */
            status: components["schemas"]["PlanStatus"];
            /** @description name of the region */
            region: string;
            /**
             * Format: date-time
             * @description moment of the request
             */
            createdAt: string;
            /** @description what it was asked for; null: a plan of a version before */
            area: components["schemas"]["AskedArea"] | null;
            /** @description those with most of its targets, at most two, once done; none of a plan of a version before */
            streets: string[];
            /**
             * Format: date-time
             * @description as asked, once done as planned; null: not yet known, or a plan of a version before
             */
            startAt: string | null;
            /** @description of one walk, as asked; null: as for `area` */
            minutes: number | null;
            /** @description walks asked for; null: as for `area` */
            volunteers: number | null;
            /** @description while it is being made */
            progress: components["schemas"]["PlanProgress"] | null;
            /** @description once done */
            summary: components["schemas"]["PlanSummary"] | null;
            /** @description the plan that was made of this one at roll-call */
            replacedBy: string | null;
            /** @description once something has overtaken it as a draft; null: nothing was found */
            stale: components["schemas"]["PlanStale"] | null;
            /** @description once failed */
            error: components["schemas"]["PlanError"] | null;
        };
        /** @description a plan as it is listed, with the fields that were asked for */
        PlanHeadPart: {
            /** @description of the plan */
            id?: string;
            /** @description how far it is */
            status?: components["schemas"]["PlanStatus"];
            /** @description name of the region */
            region?: string;
            /**
             * Format: date-time
             * @description moment of the request
             */
            createdAt?: string;
            /** @description what it was asked for; null: a plan of a version before */
            area?: components["schemas"]["AskedArea"] | null;
            /** @description those with most of its targets, at most two, once done; none of a plan of a version before */
            streets?: string[];
            /**
             * Format: date-time
             * @description as asked, once done as planned; null: not yet known, or a plan of a version before
             */
            startAt?: string | null;
            /** @description of one walk, as asked; null: as for `area` */
            minutes?: number | null;
            /** @description walks asked for; null: as for `area` */
            volunteers?: number | null;
            /** @description while it is being made */
            progress?: components["schemas"]["PlanProgress"] | null;
            /** @description once done */
            summary?: components["schemas"]["PlanSummary"] | null;
            /** @description the plan that was made of this one at roll-call */
            replacedBy?: string | null;
            /** @description once something has overtaken it as a draft; null: nothing was found */
            stale?: components["schemas"]["PlanStale"] | null;
            /** @description once failed */
            error?: components["schemas"]["PlanError"] | null;
        };
        /** @description a plan that is being made */
        PlanJob: {
            /** @description of the plan */
            id: string;
            /**
             * @description how far it is
             * @enum {string}
             */
            status: "queued" | "running";
            /**
             * Format: date-time
             * @description moment of the request
             */
            createdAt: string;
            /** @description while it is being made */
            progress: components["schemas"]["PlanProgress"] | null;
            /** @description room: the disk of the server is full; it goes on once there is room, for a day at most */
            waitsFor: "room" | null;
            /** @description ask again here, after `Retry-After` seconds */
            href: string;
        };
        /** @description where more of it is */
        PlanLinks: {
            /** @description the plan */
            self: string;
            /** @description to draw it on a map */
            geojson: string;
            /** @description to print: one page per walk */
            html: string;
            /** @description for spreadsheets: a line per target, walk after walk */
            csv: string;
            /** @description all targets on no walk, in pages */
            leftOut: string;
        };
        /** @description a page of plans */
        PlanList: {
            /** @description newest first */
            plans: components["schemas"]["PlanHead"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description a page of plans, with the fields that were asked for */
        PlanListPart: {
            /** @description newest first */
            plans: components["schemas"]["PlanHeadPart"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description a draft was overtaken */
        PlanOvertaken: {
            /** @description of the plan */
            planId: string;
            /** @description name of the region */
            region: string;
            /** @description the plan */
            href: string;
            /**
             * Format: date-time
             * @description when it was found
             */
            at: string;
            /** @description targets of it were visited, are leased by other walks, held out or closed by an imported list; `region`: the region has a newer version */
            reasons: ("visited" | "leased" | "hold_out" | "excluded" | "region")[];
        };
        /** @description what is being done */
        PlanProgress: {
            /** @description a step of planning, or `pieces` */
            stage: string;
            /** @description of the stage */
            share: number;
        };
        /** @description the region it was made of */
        PlanRegion: {
            /** @description of the region */
            name: string;
            /** @description of the region */
            version: string;
            /** @description to be shown wherever the data is shown */
            attribution: string[];
        };
        /** @description what to canvass, who walks, and from where */
        PlanRequest: {
            /** @description name of a prepared region */
            region: string;
            /** @description of the region; default: the current one */
            version?: string;
            /** @description what to canvass; default: the whole region */
            area?: components["schemas"]["AreaRequest"];
            /** @description how many walks, or one entry per walk */
            volunteers: number | components["schemas"]["VolunteerRequest"][];
            /** @description people per walk when `volunteers` is a count */
            teamSize?: number;
            /** @description length of one walk, from leaving the start to returning; default 120 */
            minutes?: number;
            /** @description most doors of one walk */
            doors?: number;
            /** @description meeting point; default: the plan proposes one (`meetingPoint`) */
            start?: components["schemas"]["Start"];
            /** @description walks return to their start; default true */
            closed?: boolean;
            /**
             * Format: date-time
             * @description when the walks start; default: now
             */
            startAt?: string;
            /** @description a field is scaled to 0–100 over the region, a ranking over its areas, where 50 counts once and 100 twice; default: every door counts the same */
            priority?: components["schemas"]["PriorityRequest"];
            /** @description what you know better */
            targets?: components["schemas"]["TargetOverride"][];
            /** @description where no target has `key`: the part of the prize of the area that the key buildings together hold which the plan chooses; default 0.15 */
            keyShare?: number;
            skip?: components["schemas"]["SkipRequest"];
            /** @description add reserve stops to each walk, for doors that stay shut; default true */
            reserves?: boolean;
            /**
             * @description of instructions and paper; default "fr"
             * @enum {string}
             */
            language?: "fr" | "en";
            /** @description same request, region version, seed and iterations: same walks; default 1 */
            seed?: number;
            /** @description of the search; default: by the number of stops; at most 20,000,000, and 120 s, with a key of the scope `service` */
            iterations?: number;
            /** @description a cap on top of the iterations, `stoppedBy` says when it bit; at most 120 with a key of the scope `service` */
            seconds?: number;
            /**
             * @description `osrm-compat` walks as OSRM's stock foot profile does; default "canvass"
             * @enum {string}
             */
            profile?: "canvass" | "osrm-compat";
            /** @description lease the targets and reserves for these walks; 409 `plan.conflict` when another took them meanwhile; default false */
            commit?: boolean;
            /** @description learn from the visits of the area how many doors open and street doors let in, where the campaign has not set it; default: as the campaign says, which is true */
            calibrate?: boolean;
        };
        /** @description what has overtaken a draft */
        PlanStale: {
            /**
             * Format: date-time
             * @description when it was found
             */
            at: string;
            /** @description targets of it were visited, are leased by other walks, held out or closed by an imported list; `region`: the region has a newer version */
            reasons: ("visited" | "leased" | "hold_out" | "excluded" | "region")[];
        };
        /** @description sent when a draft cannot be leased any more as it was planned: of its targets some were visited, leased by others or held out, or its region has a newer version; once for each draft */
        PlanStaleMessage: {
            /**
             * @description of the event
             * @constant
             */
            type: "plan.stale";
            /**
             * Format: date-time
             * @description moment of the event
             */
            timestamp: string;
            /** @description what happened; nothing of it says what happened at a door */
            data: components["schemas"]["PlanOvertaken"];
        };
        /**
         * @description how far a plan is
         * @enum {string}
         */
        PlanStatus: "queued" | "running" | "done" | "failed" | "cancelled";
        /** @description the plan in numbers */
        PlanSummary: {
            /** @description number of walks */
            walks: number;
            /** @description on walks, reserves not counted */
            targets: number;
            /** @description in reserve and not in `leftOut`: with `targets` and `leftOut` all targets of the area; absent in plans of versions before */
            reserves?: number;
            /** @description on walks */
            doors: number;
            /** @description doors × priority ÷ 50 × chance to get in, summed */
            prize: number;
            /** @description of all walks */
            seconds: number;
            /** @description walked */
            metres: number;
            /** @description longest share of budget used ÷ mean share; 1 = perfectly even; 0 when nothing is walked */
            balance: number;
            /** @description expected, per walker: street doors that stay shut are not counted */
            doorsPerHour: number;
            /** @description number of targets by reason */
            leftOut: {
                [key: string]: number;
            };
            /** @description key buildings, counted in targets; absent in plans of versions before */
            keys?: components["schemas"]["KeySummary"];
        };
        /** @description GeoJSON */
        Polygon: {
            /**
             * @description of GeoJSON
             * @constant
             */
            type: "Polygon";
            /** @description rings: the outer one, then holes; the last position of each is its first */
            coordinates: components["schemas"]["Position"][][];
        };
        /** @description [lng, lat] in WGS 84 degrees */
        Position: [
            number,
            number
        ];
        /** @description precincts of the region, together */
        PrecinctArea: {
            /** @description codes of precincts */
            precincts: string[];
        };
        /** @description a precinct */
        PrecinctCoverage: {
            /** @description that stand there */
            targets: number;
            /** @description done + later + due + heldOut */
            doors: number;
            /** @description need no more knocking */
            done: number;
            /** @description to come back to, not yet due */
            later: number;
            /** @description to knock on now */
            due: number;
            /** @description of later and due: held by a walk */
            leased: number;
            /** @description of due: held by no walk */
            uncovered: number;
            /** @description doors of hold-outs */
            heldOut: number;
            /** @description targets whose street door never opened: somebody has to find another way in */
            shut: number;
            /** @description reported; null below 11 doors, and in steps of 11 doors where targets are small */
            counts: components["schemas"]["VisitCounts"] | null;
            /** @description its code */
            precinct: string;
        };
        /** @description the result of a precinct */
        PrecinctResult: {
            /** @description its code */
            precinct: string;
            /** @description counted for whom or what is measured */
            votes?: number;
            /** @description voters whom the share is of */
            registered?: number;
            /** @description instead of both: per cent, or fractions of 1 where none is above 1 */
            share?: number;
            /** @description the same share at the vote before */
            last?: number;
        };
        /** @description what a suggestion is expected to bring */
        PredictedGain: {
            /** @description more on walks; where a walk lies idle, more than if it stays so */
            prize: number;
            /** @description likewise */
            doors: number;
            /** @description likewise */
            targets: number;
        };
        /** @description which wishes to price */
        PriceRequest: {
            /** @description only these, of those that the plan has; default: all of them */
            wishes?: components["schemas"]["PricedWish"][];
        };
        /**
         * @description a wish of a plan
         * @enum {string}
         */
        PricedWish: "return" | "start" | "doors" | "stairs" | "keys" | "hold_outs" | "excluded";
        /** @description what makes a door count more or less */
        PriorityRequest: components["schemas"]["FieldPriority"] | components["schemas"]["RankingPriority"];
        /**
         * @description problem details, RFC 9457
         * @example {
         *       "type": "urn:doorwalk:problem:request.invalid",
         *       "title": "Bad request",
         *       "status": 400,
         *       "detail": "/volunteers: got 0; expected at least 1",
         *       "instance": "/v1/plans",
         *       "code": "request.invalid",
         *       "requestId": "req_01KKN9J4X0V5C0ZJ7M8Q2R3S4T",
         *       "errors": [
         *         {
         *           "pointer": "/volunteers",
         *           "detail": "got 0; expected at least 1"
         *         }
         *       ]
         *     }
         */
        Problem: {
            /** @description URN that ends in the code */
            type: string;
            /** @description the status in words */
            title: string;
            /** @description HTTP status */
            status: number;
            /** @description what came, what was expected, what to do */
            detail: string;
            /** @description path of the request */
            instance: string;
            /** @description stable, meant for programs; there may be more of them one day */
            code: components["schemas"]["ProblemCode"];
            /** @description quote it when asking for help */
            requestId: string;
            /** @description the fields that were wrong */
            errors: components["schemas"]["ProblemField"][];
        };
        /**
         * @description what went wrong
         * @enum {string}
         */
        ProblemCode: "area.bad_cell" | "area.empty" | "area.holds_nothing" | "area.needs_streets" | "area.no_precincts" | "area.outside_region" | "area.ring_open" | "area.self_crossing" | "area.swapped" | "area.too_large" | "area.too_many_parts" | "area.too_many_vertices" | "area.unknown" | "area.unknown_precinct" | "batch.nobody" | "batch.pack_too_large" | "batch.running" | "batch.shift_begun" | "batch.too_many_plans" | "batch.unknown" | "batch.unknown_area" | "batch.unknown_shift" | "bug.unexpected" | "buildings.malformed" | "buildings.too_many" | "buildings.unknown_field" | "campaign.erased" | "campaign.over" | "campaign.unknown" | "delivery.unknown" | "demo.closed" | "dispatch.closed" | "edit.contradiction" | "edit.does_not_fit" | "edit.excluded" | "edit.gone" | "edit.locked" | "edit.no_effect" | "edit.nobody" | "edit.not_free" | "edit.nothing_to_redo" | "edit.nothing_to_undo" | "edit.pinned" | "edit.stairs" | "edit.unknown_target" | "edit.unknown_walk" | "edit.unreachable" | "edit.walk_begun" | "edit.walker" | "estimate.late" | "evaluation.not_precincts" | "evaluation.results" | "evaluation.too_few" | "holdout.sealed" | "holdout.size" | "holdout.strata" | "holdout.unknown" | "holdout.unsealed" | "idempotency.in_progress" | "idempotency.other_request" | "targets.link_expired" | "targets.too_many_files" | "targets.unknown_file" | "imports.choice" | "imports.opt_outs_stay" | "imports.stays" | "imports.two_lists" | "imports.unknown" | "imports.upload" | "imports.upload_expired" | "invitation.full" | "invitation.over" | "invitation.unknown" | "key.malformed" | "key.missing" | "key.scope" | "key.unknown" | "ledger.busy" | "link.ended" | "link.scope" | "link.too_many" | "link.unknown" | "osrm.refused" | "osrm.unreachable" | "plan.cancelled" | "plan.commit_running" | "plan.conflict" | "plan.failed" | "plan.gave_up" | "plan.gone" | "plan.iterations" | "plan.replaced" | "plan.replan_running" | "plan.walking" | "plan.seconds" | "correction.unknown" | "plan.unknown" | "price.late" | "price.too_many" | "priority.no_precincts" | "priority.unknown_field" | "proposal.late" | "proposal.nothing" | "ranking.lists" | "ranking.no_areas" | "ranking.not_a_share" | "ranking.nothing" | "ranking.order" | "ranking.other_region" | "ranking.outside" | "ranking.refused_field" | "ranking.too_many" | "ranking.twice" | "ranking.unknown" | "ranking.unknown_field" | "ranking.unknown_precinct" | "ranking.weights" | "rate.exceeded" | "region.damaged" | "region.format" | "region.unknown" | "replan.commit" | "replan.nobody" | "replan.too_many" | "replan.walker" | "request.bbox" | "request.changed" | "request.content_encoding" | "request.content_type" | "request.cursor" | "request.invalid" | "request.malformed" | "request.method" | "request.not_acceptable" | "request.too_deep" | "request.too_large" | "request.too_many" | "request.unknown_address" | "request.unknown_form" | "service.closing" | "signature.expired" | "signature.missing" | "signature.wrong" | "source.too_many" | "source.unknown" | "start.unreachable" | "storage.damaged" | "storage.full" | "storage.unwritable" | "store.down" | "streets.damaged" | "streets.format" | "streets.none" | "suggest.walk" | "suggest.walker" | "suggest.walk_over" | "volunteers.too_many_starts" | "walk.busy" | "walk.late" | "walk.none_left" | "walk.not_leased" | "walk.not_yours" | "walk.nothing_fits" | "walk.over" | "walk.unknown" | "webhook.disabled" | "webhook.too_many" | "webhook.unknown" | "webhook.url";
        /** @description a field that was wrong */
        ProblemField: {
            /** @description JSON pointer into the body, `?name` of a query parameter, `{name}` of the path */
            pointer: string;
            /** @description what came, and what was expected */
            detail: string;
        };
        /** @description which areas to take together */
        Proposal: {
            /** @description name of the region */
            region: string;
            /** @description of the region */
            version: string;
            /**
             * @description neighbouring areas taken together; or the best by rank one by one, where that brings more
             * @enum {string}
             */
            how: "together" | "one by one";
            /** @description of all evenings asked for */
            scorePerHour: number;
            /** @description score per volunteer-hour of the best areas taken one by one */
            oneByOne: number;
            /** @description fewer than asked for where less is within reach */
            evenings: components["schemas"]["Evening"][];
            /** @description what of it is to be known */
            notes: string[];
        };
        /** @description an area with its score */
        RankedArea: {
            /** @description of the precinct or the square */
            code: string;
            /** @description equal scores share a rank */
            rank: number;
            /** @description best and worst rank when each weight moves by 20 %, alone and all together */
            rankRange: [
                number,
                number
            ];
            /** @description of one door */
            score: number;
            /** @description how many people, or doors, it stands for; null: that means nothing */
            amount: number | null;
            /** @description people, or doors, that the score rests on */
            people: number | null;
            /** @description what the score is made of */
            parts: components["schemas"]["ScorePart"][];
            /** @description its publisher made the numbers up */
            imputed: boolean;
            /** @description a dot on the map, nowhere to go */
            noPlace: boolean;
            /** @description fields that are empty here */
            missing: string[];
            /** @description part of the precinct that the region has, 0–1; absent: all of it */
            inRegion?: number;
            /** @description of a square */
            geometry?: components["schemas"]["Polygon"] | components["schemas"]["MultiPolygon"];
        };
        /** @description where to go first */
        Ranking: {
            /** @description to be named in requests */
            id: string;
            /** @description as asked */
            name: string;
            /** @description of the rankings of this name in this region */
            version: number;
            /** @description name of the region */
            region: string;
            /** @description its version then */
            regionVersion: string;
            /** @description as a person would write it */
            formula: string;
            /**
             * Format: date-time
             * @description what was reported up to then counts; null: nothing that was reported does
             */
            at: string | null;
            /** @description of ranked areas */
            counts: components["schemas"]["RankingCounts"];
            /** @description sentences worth reading */
            notes: string[];
            /**
             * Format: date-time
             * @description moment
             */
            createdAt: string;
            /** @description null: they have not all of the fields */
            precincts: components["schemas"]["AreaRanking"] | null;
            /** @description null: none were given */
            squares: components["schemas"]["AreaRanking"] | null;
        };
        /** @description how many areas were ranked */
        RankingCounts: {
            /** @description ranked ones */
            precincts: number;
            /** @description ranked ones */
            squares: number;
        };
        /** @description by which areas were ranked */
        RankingFormula: {
            /**
             * @description preset, or `own`
             * @enum {string}
             */
            name: "mobilise" | "persuade" | "cover" | "fresh" | "own";
            /**
             * @description how parts are put together
             * @enum {string}
             */
            kind: "product" | "sum";
            /** @description as a person would write it */
            text: string;
            /**
             * @description what weights are put on
             * @enum {string}
             */
            standardisation: "z" | "range" | "none";
        };
        /** @description a page of rankings */
        RankingList: {
            /** @description newest first */
            rankings: components["schemas"]["ListedRanking"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description a page of rankings, with the fields that were asked for */
        RankingListPart: {
            /** @description newest first */
            rankings: components["schemas"]["ListedRankingPart"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description how a part is spread over the areas */
        RankingMeasure: {
            /** @description of the ranked areas */
            mean: number;
            /** @description standard deviation */
            deviation: number;
            /** @description value */
            smallest: number;
            /** @description value */
            largest: number;
        };
        /** @description a part of a formula */
        RankingPart: {
            /** @description of the part */
            name: string;
            /** @description of its value */
            unit: string;
            /** @description 1 in a product */
            weight: number;
            /** @description it is made of */
            fields: string[];
            /** @description how it is spread */
            measure: components["schemas"]["RankingMeasure"];
        };
        /** @description a stored ranking as weight of the doors of its areas */
        RankingPriority: {
            /** @description id of a stored ranking (`rk_…`), or its name: then the newest version of that name */
            ranking: string;
        };
        /** @description who goes out, and how often */
        RankingProposal: {
            /** @description walks of one evening */
            volunteers: number;
            /** @description length of one walk, from leaving the start to returning; default 120 */
            minutes?: number;
            /** @description of the same length; default 1 */
            evenings?: number;
            /** @description where all meet each time; default: a place is proposed for each evening */
            start?: components["schemas"]["Position"];
            /** @description minutes: nobody walks further from the meeting point to a first door; default 15 */
            reach?: number;
            /**
             * Format: date-time
             * @description when the walks start; default: now
             */
            startAt?: string;
            /** @description same request, region version, seed and iterations: same walks; default 1 */
            seed?: number;
        };
        /** @description a ranking */
        RankingRef: {
            /** @description of the stored ranking; absent: it came from a file */
            id?: string;
            /** @description of the ranking */
            name: string;
            /** @description of the rankings of this name */
            version?: number;
        };
        /** @description a line that was not taken */
        RefusedLine: {
            /** @description of the list, from 1 */
            line: number;
            /** @description column */
            field: string;
            /** @description the value as it came */
            came: string;
            /** @description what is taken there */
            expected: string;
        };
        /** @description a line that was not taken */
        RefusedSheetLine: {
            /** @description as it came */
            stop: string;
            /** @description as for visits */
            reason: string;
            /** @description what came, what was expected */
            detail: string;
        };
        /** @description a visit that was not taken */
        RefusedVisit: {
            /** @description in the batch */
            index: number;
            /** @description of the visit; null: it had none */
            id: string | null;
            /**
             * @description why
             * @enum {string}
             */
            reason: "invalid" | "unknown_target" | "unknown_walk" | "no_region" | "future" | "after_ballot";
            /** @description what came, what was expected */
            detail: string;
        };
        /** @description a prepared region in its current version */
        Region: {
            /** @description of the region */
            name: string;
            /** @description current one */
            version: string;
            /** @description west, south, east, north */
            bbox: [
                number,
                number,
                number,
                number
            ];
            /** @description to be shown wherever the data is shown */
            attribution: string[];
            /** @description of what it holds, by kind */
            counts: {
                [key: string]: number;
            };
            /** @description households */
            doors: components["schemas"]["RegionDoors"];
            /** @description how many there are */
            precincts: number;
            /** @description numeric properties of the precincts, for `priority.field` */
            priorityFields: string[];
            /** @description sentences worth reading */
            warnings: string[];
        };
        /** @description how many doors there are, and who said so */
        RegionDoors: {
            /** @description in the region */
            total: number;
            /** @description by `doorsSource` */
            bySource: {
                [key: string]: number;
            };
        };
        /** @description the prepared regions */
        RegionList: {
            /** @description by name */
            regions: components["schemas"]["Region"][];
        };
        /** @description a walk that is given up */
        RemoveWalkerEdit: {
            /**
             * @description the walk is given up, and what it holds is free
             * @constant
             */
            type: "remove_walker";
            /** @description id of a walk of the plan; `new ` and his id for that of a walker whom an edit before adds */
            walk: string;
        };
        /** @description a target that is not to be visited any more */
        RemovedTarget: {
            /** @description as printed */
            label: string;
            /** @description its id */
            target: string;
            /** @description why */
            reason: components["schemas"]["LeftOutReason"];
        };
        /** @description a value that was put right */
        RepairedLine: {
            /** @description of the list, from 1 */
            line: number;
            /** @description column */
            field: string;
            /** @description the value as it came */
            came: string;
            /** @description the value as it is stored */
            became: string;
        };
        /** @description how the plan differs from the one it replaces */
        Replan: {
            /** @description the plan that this one replaces */
            of: string;
            /**
             * @description as asked
             * @enum {string}
             */
            keep: "walks" | "least";
            /** @description share of the targets still to do of those present that stay on their walks, 0 to 1 */
            stayed: number;
            /** @description every walk of either plan, by number */
            changes: components["schemas"]["WalkChange"][];
        };
        /** @description roll-call: who is there, and what may change */
        ReplanRequest: {
            /** @description ids of walkers, of which unknown ones are newcomers; or how many are there (who has begun, then the best ranks); default: all who are not `gone` */
            present?: number | string[];
            /** @description who is there beside them and has no walk of this plan, with what they wish: they take over no walk that is longer, fuller or steeper, or starts elsewhere */
            newcomers?: components["schemas"]["Newcomer"][];
            /** @description who sets out later */
            late?: components["schemas"]["LateWalker"][];
            /** @description ids of walkers who are not there */
            gone?: string[];
            /**
             * @description `walks`: no walk of anybody present changes, orphaned ones are handed over whole; `least`: walks change as little as possible to take over what matters most; default "walks"
             * @enum {string}
             */
            keep?: "walks" | "least";
            /**
             * Format: date-time
             * @description of walks not begun yet; default: as planned, or now when that is past
             */
            startAt?: string;
            /** @description default: that of the plan */
            seed?: number;
            /** @description of the search; default: by the number of stops; at most 20,000,000, and 120 s, with a key of the scope `service` */
            iterations?: number;
            /** @description lease the walks; default: as the plan was. What replaces a committed plan is committed */
            commit?: boolean;
        };
        /** @description a visit at a target of 11 doors or more, as it was reported */
        ReportedVisit: {
            /** @description made by who reported it */
            id: string;
            /** @description its id when it was reported */
            target: string;
            /** @description H3 cell, resolution 10 */
            block: string;
            /**
             * Format: date-time
             * @description when the target was left
             */
            at: string;
            /** @description doors */
            knocked: number;
            /** @description of these, and somebody talked */
            opened: number;
            /** @description of these, for good */
            refused: number;
            /** @description opened, and asked to come back */
            revisit: number;
            /** @description never to be knocked again */
            optedOut: number;
            /** @description the street door stayed shut */
            noAccess: boolean;
            /**
             * @description target: the opt-out closes all of it
             * @enum {string}
             */
            scope: "doors" | "target";
            /** @description storeys done */
            floors?: number;
        };
        /** @description a visit as it was reported, with the fields that were asked for */
        ReportedVisitPart: {
            /** @description made by who reported it */
            id?: string;
            /** @description its id when it was reported */
            target?: string;
            /** @description H3 cell, resolution 10 */
            block?: string;
            /**
             * Format: date-time
             * @description when the target was left
             */
            at?: string;
            /** @description doors */
            knocked?: number;
            /** @description of these, and somebody talked */
            opened?: number;
            /** @description of these, for good */
            refused?: number;
            /** @description opened, and asked to come back */
            revisit?: number;
            /** @description never to be knocked again */
            optedOut?: number;
            /** @description the street door stayed shut */
            noAccess?: boolean;
            /**
             * @description target: the opt-out closes all of it
             * @enum {string}
             */
            scope?: "doors" | "target";
            /** @description storeys done */
            floors?: number;
        };
        /** @description an area less another */
        RestArea: {
            /** @description an area */
            of: components["schemas"]["AreaRequest"];
            /** @description less what lies in this one */
            without: components["schemas"]["AreaRequest"];
        };
        /** @description an area less another, as it is kept */
        RestKept: {
            /** @description an area */
            of: components["schemas"]["AreaKept"];
            /** @description less what lies in this one */
            without: components["schemas"]["AreaKept"];
        };
        /** @description when a door that stayed shut is due again */
        RevisitPolicy: {
            /** @description so much later at the earliest */
            delayHours: number;
            /** @description at another time of day */
            otherDaypart: boolean;
            /** @description times a door is knocked on at most */
            maxAttempts: number;
            /** @description times a street door that stayed shut is tried at most */
            maxNoAccess: number;
        };
        /** @description when a door that stayed shut is due again */
        RevisitPolicyInput: {
            /** @description so much later at the earliest; default 24 */
            delayHours?: number;
            /** @description at another time of day; default true */
            otherDaypart?: boolean;
            /** @description times a door is knocked on at most; default 2 */
            maxAttempts?: number;
            /** @description times a street door that stayed shut is tried at most; default 2 */
            maxNoAccess?: number;
        };
        /** @description a new secret for a source */
        RotateRequest: {
            /** @description the one the service signs with; default: a new one, for the service to sign with */
            secret?: string;
        };
        /** @description a part of a score */
        ScorePart: {
            /** @description of the part */
            name: string;
            /** @description in `unit` */
            value: number;
            /** @description of the field */
            unit: string;
            /** @description 1 in a product */
            weight: number;
            /** @description what is weighed, where it is not the value */
            standardised?: number;
            /**
             * @description as given, of the precincts below a square, drawn toward those around, or theirs
             * @enum {string}
             */
            source: "own" | "precincts" | "smoothed" | "surroundings";
            /** @description the value before it was smoothed */
            given?: number;
        };
        /** @description what a campaign says of time and luck at doors; what is absent is learnt, or usual */
        SetAssumptions: {
            /** @description plans learn from visits what is not set here; a plan request may say otherwise by `calibrate` */
            learn: boolean;
            /** @description of the doors */
            openedShare?: number;
            /** @description at a door that opens */
            talkSeconds?: number;
            /** @description knock and wait, per door */
            knockSeconds?: number;
            /** @description per floor */
            floorSeconds?: number;
            /** @description at the street door */
            entrySeconds?: components["schemas"]["SetEntrySeconds"];
            /** @description part of the minutes kept free */
            slackShare?: number;
        };
        /** @description what a campaign says of time and luck at doors; what is absent is learnt, or usual */
        SetAssumptionsInput: {
            /** @description plans learn from visits what is not set here; a plan request may say otherwise by `calibrate`; default true */
            learn?: boolean;
            /** @description of the doors */
            openedShare?: number;
            /** @description at a door that opens */
            talkSeconds?: number;
            /** @description knock and wait, per door */
            knockSeconds?: number;
            /** @description per floor */
            floorSeconds?: number;
            /** @description at the street door */
            entrySeconds?: components["schemas"]["SetEntrySeconds"];
            /** @description part of the minutes kept free */
            slackShare?: number;
        };
        /** @description seconds at the street door */
        SetEntrySeconds: {
            /** @description of a block of flats */
            flats?: number;
            /** @description of a house */
            house?: number;
        };
        /** @description how long a walk may be */
        SetMinutesEdit: {
            /**
             * @description length of the walk, from leaving the start to returning
             * @constant
             */
            type: "set_minutes";
            /** @description id of a walk of the plan; `new ` and his id for that of a walker whom an edit before adds */
            walk: string;
            /** @description of the whole walk */
            minutes: number;
        };
        /** @description where a walk begins */
        SetStartEdit: {
            /**
             * @description where the walk begins, and ends if walks of the plan return
             * @constant
             */
            type: "set_start";
            /** @description id of a walk of the plan; `new ` and his id for that of a walker whom an edit before adds */
            walk: string;
            /** @description own start; kept to about 100 m */
            start: components["schemas"]["Start"];
        };
        /** @description a printed walk, typed in */
        Sheet: {
            /** @description lines that were ticked */
            stops: components["schemas"]["SheetLine"][];
        };
        /** @description a line of a printed walk */
        SheetLine: {
            /** @description as printed: "7"; "7b" of a row; "R2" of the reserves */
            stop: string;
            /**
             * Format: date-time
             * @description default: when the walk was to be there, or now if that is still ahead
             */
            at?: string;
            /** @description doors; default 0 */
            knocked?: number;
            /** @description of these, and somebody talked; default 0 */
            opened?: number;
            /** @description of these, for good; default 0 */
            refused?: number;
            /** @description opened, and asked to come back; default 0 */
            revisit?: number;
            /** @description never to be knocked again; default 0 */
            optedOut?: number;
            /** @description storeys done */
            floors?: number;
            /** @description the street door stayed shut; default false */
            noAccess?: boolean;
            /**
             * @description target: the opt-out closes all of it; default "doors"
             * @enum {string}
             */
            scope?: "doors" | "target";
        };
        /** @description what became of each line, and of the walk */
        SheetTaken: {
            /** @description labels */
            accepted: string[];
            /** @description labels that were typed in before, or of less than 11 doors: of those the first entry counts */
            duplicate: string[];
            /** @description labels that were typed in before with other numbers; these count now */
            corrected: string[];
            /** @description not taken, with the reason */
            refused: components["schemas"]["RefusedSheetLine"][];
            /** @description where the walk stands after it */
            state: components["schemas"]["WalkStatus"];
        };
        /** @description a shift of a batch */
        ShiftRequest: {
            /**
             * Format: date-time
             * @description when its walks start
             */
            startAt: string;
            /** @description length of one walk; default 120 */
            minutes?: number;
            /** @description for your lists, e.g. "Saturday" */
            label?: string;
            /** @description meeting point of this shift, where its areas name none */
            start?: components["schemas"]["Position"];
            /** @description labels; default: all */
            areas?: string[];
        };
        /** @description who is late has so long */
        ShortenRequest: {
            /** @description left, from now until the walk has ended */
            minutes: number;
            /** @description where you are; only the nearest stop of the walk is made of it, nothing is kept */
            at?: components["schemas"]["Position"];
            /** @description answers what the walk would come to, and changes nothing; default false */
            preview?: boolean;
        };
        /** @description a walk after it was shortened */
        ShortenedWalk: {
            /** @description unique everywhere */
            walkId: string;
            /** @description 1, 2, … in the plan */
            number: number;
            /** @description handing out ranks 1…k is close to planning for k walkers */
            rank: number;
            /** @description id of the volunteer */
            walker: string;
            /** @description how many walk together, where more than one */
            people?: number;
            /**
             * @description of instructions and paper
             * @enum {string}
             */
            language: "fr" | "en";
            /** @description seconds there are, what is kept free included: minutes × 60 */
            budget: number;
            /** @description legs + stops */
            seconds: number;
            /** @description walked */
            metres: number;
            /** @description busy streets crossed on the legs, by class; a class that is not crossed is absent */
            crossings: components["schemas"]["Crossings"];
            /** @description on the walk */
            doors: number;
            /** @description of its targets */
            prize: number;
            /** @description null: begins at the first stop */
            start: components["schemas"]["Position"] | null;
            /** @description null: ends at the last stop */
            end: components["schemas"]["Position"] | null;
            /**
             * Format: date-time
             * @description moment
             */
            startAt: string;
            /**
             * Format: date-time
             * @description moment
             */
            endAt: string;
            /** @description in walking order */
            stops: components["schemas"]["WalkStop"][];
            /** @description nearby targets to fall back on, nearest first */
            reserves: components["schemas"]["WalkTarget"][];
            /** @description stops + 1 with both ends fixed, stops with one, stops − 1 with none */
            legs: components["schemas"]["Leg"][];
            /** @description the plan it belongs to */
            planId: string;
            /** @description targets given back */
            released: string[];
        };
        /** @description what not to visit */
        SkipRequest: {
            /** @description H3 indexes: nothing in them */
            cells?: string[];
            /** @description ids: none of them */
            targets?: string[];
            /**
             * Format: date-time
             * @description nothing that was visited since
             */
            visitedSince?: string;
        };
        /** @description a service that reports visits by signed messages */
        Source: {
            /** @description of the source */
            id: string;
            /** @description for your lists */
            label: string;
            /**
             * Format: date-time
             * @description moment
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description to the hour: of the last message that was signed well
             */
            lastMessageAt: string | null;
            /**
             * Format: date-time
             * @description until then the old secret is taken, too
             */
            oldSecretUntil: string | null;
        };
        /** @description the sources of a campaign */
        SourceList: {
            /** @description without their secrets */
            sources: components["schemas"]["Source"][];
        };
        /** @description a source, this once with its secret */
        SourceWithSecret: {
            /** @description of the source */
            id: string;
            /** @description for your lists */
            label: string;
            /**
             * Format: date-time
             * @description moment
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description to the hour: of the last message that was signed well
             */
            lastMessageAt: string | null;
            /**
             * Format: date-time
             * @description until then the old secret is taken, too
             */
            oldSecretUntil: string | null;
            /** @description shown this once */
            secret: string;
        };
        /** @description GeoJSON, a grid */
        SquareCollection: {
            /**
             * @description of GeoJSON
             * @constant
             */
            type: "FeatureCollection";
            /** @description not read */
            name?: string;
            /** @description not read */
            bbox?: number[] | null;
            /** @description WGS 84, or refused */
            crs?: components["schemas"]["CoordinateSystem"] | null;
            /** @description the squares */
            features: components["schemas"]["SquareFeature"][];
        };
        /** @description GeoJSON, a square of a grid */
        SquareFeature: {
            /**
             * @description of GeoJSON
             * @constant
             */
            type: "Feature";
            /** @description not read */
            id?: string | number;
            /** @description not read */
            bbox?: number[] | null;
            /** @description numbers are fields of the formula; one of `idcar_200m`, `code`, `id` names it */
            properties: {
                [key: string]: number | string | boolean | null;
            };
            /** @description its outline */
            geometry: components["schemas"]["DrawnPolygon"] | components["schemas"]["DrawnMultiPolygon"];
        };
        /** @description a meeting point, or `anywhere`: where the walk itself begins best */
        Start: components["schemas"]["Position"] | "anywhere";
        /** @description a shape that is kept */
        StoredArea: {
            /** @description to be named in requests */
            id: string;
            /** @description for your lists */
            label: string;
            /** @description name of the region */
            region: string;
            /** @description the shape */
            area: components["schemas"]["AreaKept"];
            /**
             * Format: date-time
             * @description moment
             */
            createdAt: string;
        };
        /** @description a stored area */
        StoredAreaName: {
            /** @description of the stored area */
            id: string;
        };
        /** @description a shape that is kept, with the fields that were asked for */
        StoredAreaPart: {
            /** @description to be named in requests */
            id?: string;
            /** @description for your lists */
            label?: string;
            /** @description name of the region */
            region?: string;
            /** @description the shape */
            area?: components["schemas"]["AreaKept"];
            /**
             * Format: date-time
             * @description moment
             */
            createdAt?: string;
        };
        /** @description a key, without its secret part */
        StoredKey: {
            /** @description of the key */
            keyId: string;
            /** @description it belongs to */
            campaign: string;
            /** @description what it may do */
            scopes: components["schemas"]["KeyScope"][];
            /** @description what it is for */
            label: string;
            /**
             * Format: date-time
             * @description moment
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description null: until it is deleted
             */
            expiresAt: string | null;
            /** @description which walks it may change, where its scopes let it change any */
            walks: components["schemas"]["KeyWalks"];
        };
        /** @description a walk as it is now */
        StoredWalk: {
            /** @description unique everywhere */
            walkId: string;
            /** @description 1, 2, … in the plan */
            number: number;
            /** @description handing out ranks 1…k is close to planning for k walkers */
            rank: number;
            /** @description id of the volunteer */
            walker: string;
            /** @description how many walk together, where more than one */
            people?: number;
            /**
             * @description of instructions and paper
             * @enum {string}
             */
            language: "fr" | "en";
            /** @description seconds there are, what is kept free included: minutes × 60 */
            budget: number;
            /** @description legs + stops */
            seconds: number;
            /** @description walked */
            metres: number;
            /** @description busy streets crossed on the legs, by class; a class that is not crossed is absent */
            crossings: components["schemas"]["Crossings"];
            /** @description on the walk */
            doors: number;
            /** @description of its targets */
            prize: number;
            /** @description null: begins at the first stop */
            start: components["schemas"]["Position"] | null;
            /** @description null: ends at the last stop */
            end: components["schemas"]["Position"] | null;
            /**
             * Format: date-time
             * @description moment
             */
            startAt: string;
            /**
             * Format: date-time
             * @description moment
             */
            endAt: string;
            /** @description in walking order */
            stops: components["schemas"]["WalkStop"][];
            /** @description nearby targets to fall back on, nearest first */
            reserves: components["schemas"]["WalkTarget"][];
            /** @description stops + 1 with both ends fixed, stops with one, stops − 1 with none */
            legs: components["schemas"]["Leg"][];
            /** @description the plan it belongs to */
            planId: string;
            /** @description what it was made of */
            region: components["schemas"]["PlanRegion"];
        };
        /** @description equal groups by a property of the precincts */
        Strata: {
            /** @description a numeric property of the precincts */
            field: string;
            /** @description number of groups */
            count: number;
        };
        /** @description equal groups by a property of the precincts */
        StrataInput: {
            /** @description a numeric property of the precincts */
            field: string;
            /** @description number of groups; default 4 */
            count?: number;
        };
        /** @description what is asked of a plan */
        SuggestRequest: components["schemas"]["LatecomerWish"] | components["schemas"]["WalkWish"] | components["schemas"]["MinutesWish"];
        /** @description a target that a suggestion gives to another walk */
        SuggestedTarget: {
            /** @description source key + entrance + part */
            id: string;
            /** @description as walks tell it; empty when unknown */
            address: string;
            /** @description in front of the street door */
            location: components["schemas"]["Position"];
            /** @description households to knock on */
            doors: number;
            /** @description what it is worth */
            prize: number;
            /** @description id of the walk that has it; null: none */
            from: string | null;
            /** @description id of the walk that would have it; null: a new one */
            to: string | null;
            /** @description on the walk that would have it, counted in targets */
            place: number;
        };
        /** @description one way to go on, with what it is expected to bring */
        Suggestion: {
            /**
             * @description `add` targets to a walk; a `new_walk` of targets that nobody has; take over the `tail` of a walk; `take` the walk, or what fits, beside what one has; take it `instead` of one’s own; several `share` it
             * @enum {string}
             */
            kind: "add" | "new_walk" | "tail" | "take" | "instead" | "share";
            /** @description ids of those who would walk more or otherwise; a newcomer without id is "" */
            walkers: string[];
            /** @description id of the walk that it is about; null: a new one */
            walk: string | null;
            /** @description predicted */
            gain: components["schemas"]["PredictedGain"];
            /** @description that these walkers are longer on their way, doors included; below 0: shorter */
            seconds: number;
            /** @description of that, seconds of walking */
            walking: number;
            /** @description that change their walk, in walking order */
            targets: components["schemas"]["SuggestedTarget"][];
            /** @description that would be on no walk */
            drops: components["schemas"]["DroppedTarget"][];
            /** @description what makes it so, to be sent as it is to `POST /v1/plans/{planId}/edits` */
            edits: components["schemas"]["PlanEdit"][];
        };
        /** @description ways to go on, best first */
        Suggestions: {
            /** @description of the plan */
            planId: string;
            /**
             * Format: date-time
             * @description from when on
             */
            at: string;
            /** @description best first; empty: nothing helps */
            suggestions: components["schemas"]["Suggestion"][];
        };
        /** @description two walks whose walkers change places */
        SwapWalkersEdit: {
            /**
             * @description each walks the walk of the other
             * @constant
             */
            type: "swap_walkers";
            /** @description ids of two walks */
            walks: string[];
        };
        /** @description as walks tell it */
        TargetAddress: {
            /** @description such as "12 bis" */
            number: string;
            /** @description such as "rue Condorcet" */
            street: string;
        };
        /** @description what became of a target from one plan to another */
        TargetChange: {
            /** @description its id */
            target: string;
            /** @description as walks tell it; empty when unknown */
            address: string;
            /**
             * @description `moved` to another walk; `reordered` on its walk, against the targets that stay there in their order; `came` on a walk of the second; `left` all walks of the second
             * @enum {string}
             */
            change: "moved" | "reordered" | "came" | "left";
            /** @description where the first plan has it; null: on no walk */
            from: components["schemas"]["ComparedPlace"] | null;
            /** @description where the second plan has it; null: on no walk */
            to: components["schemas"]["ComparedPlace"] | null;
            /** @description why the plan that has it on no walk left it out; null: it is on walks of both, or that plan does not know it */
            reason: components["schemas"]["LeftOutReason"] | null;
        };
        /** @description a way in */
        TargetEntrance: {
            /** @description of the entrance */
            id: string;
            /** @description such as "B", "hall 3" */
            label?: string;
        };
        /** @description a list of targets that is written to a file */
        TargetFile: {
            /** @description of the file */
            id: string;
            /**
             * @description how far it is
             * @enum {string}
             */
            status: "queued" | "running" | "done" | "failed";
            /** @description name of the region */
            region: string;
            /** @description of the region */
            regionVersion: string;
            /**
             * @description of the file
             * @enum {string}
             */
            form: "csv" | "geojson" | "json";
            /**
             * Format: date-time
             * @description moment of the request
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description when it ended; null: it has not
             */
            endedAt: string | null;
            /** @description in it; null: it is not done */
            targets: number | null;
            /** @description its length; null: it is not done */
            bytes: number | null;
            /**
             * Format: date-time
             * @description then it is deleted; sooner with the last ballot
             */
            expiresAt: string;
            /** @description once failed */
            error: components["schemas"]["TargetFileError"] | null;
        };
        /** @description why a list could not be written */
        TargetFileError: {
            /** @description as of a problem */
            code: string;
            /** @description what came, what was expected, what to do */
            detail: string;
        };
        /** @description a list of targets, and where it is fetched */
        TargetFileToFetch: {
            /** @description of the file */
            id: string;
            /**
             * @description how far it is
             * @enum {string}
             */
            status: "queued" | "running" | "done" | "failed";
            /** @description name of the region */
            region: string;
            /** @description of the region */
            regionVersion: string;
            /**
             * @description of the file
             * @enum {string}
             */
            form: "csv" | "geojson" | "json";
            /**
             * Format: date-time
             * @description moment of the request
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description when it ended; null: it has not
             */
            endedAt: string | null;
            /** @description in it; null: it is not done */
            targets: number | null;
            /** @description its length; null: it is not done */
            bytes: number | null;
            /**
             * Format: date-time
             * @description then it is deleted; sooner with the last ballot
             */
            expiresAt: string;
            /** @description once failed */
            error: components["schemas"]["TargetFileError"] | null;
            /** @description where it is fetched, without a key; null: it is not done */
            url: string | null;
            /**
             * Format: date-time
             * @description until then; asked again, there is another; null: it is not done
             */
            urlExpiresAt: string | null;
        };
        /** @description a campaign's own targets */
        TargetList: {
            /** @description of the region */
            targets: components["schemas"]["TargetOverride"][];
        };
        /** @description what you know better of a target, or one of your own */
        TargetOverride: {
            /** @description of the region (`osm:w123`, `osm:w123!e987`, `osm:w123#2`), or your own with a location */
            id: string;
            /** @description households; comes before every other source */
            doors?: number;
            /** @description what a door counts: 0 never, 50 as a door of which nothing is said, 100 twice; comes before the precinct's */
            priority?: number;
            /** @description a key building: as many as the budgets allow are on walks before anything else counts */
            key?: boolean;
            /** @description with it an unknown id adds a target */
            location?: components["schemas"]["Position"];
            address?: components["schemas"]["TargetAddress"];
            /** @description ground floor included; of a building in parts they are shared out, of a part counted from its lowest floor */
            floors?: number;
            /** @description never on a walk (`excluded`) */
            exclude?: boolean;
        };
        /** @description one of a campaign's own targets, with the fields that were asked for */
        TargetOverridePart: {
            /** @description of the region (`osm:w123`, `osm:w123!e987`, `osm:w123#2`), or your own with a location */
            id?: string;
            /** @description households; comes before every other source */
            doors?: number;
            /** @description what a door counts: 0 never, 50 as a door of which nothing is said, 100 twice; comes before the precinct's */
            priority?: number;
            /** @description a key building: as many as the budgets allow are on walks before anything else counts */
            key?: boolean;
            /** @description with it an unknown id adds a target */
            location?: components["schemas"]["Position"];
            address?: components["schemas"]["TargetAddress"];
            /** @description ground floor included; of a building in parts they are shared out, of a part counted from its lowest floor */
            floors?: number;
            /** @description never on a walk (`excluded`) */
            exclude?: boolean;
        };
        /** @description a page of a campaign's own targets */
        TargetPage: {
            /** @description by id */
            targets: components["schemas"]["TargetOverride"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description a page of a campaign's own targets, with the fields that were asked for */
        TargetPagePart: {
            /** @description by id */
            targets: components["schemas"]["TargetOverridePart"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description a long entrance is cut by floors, walked top down; where parts share a floor, each has some of its doors */
        TargetPart: {
            /** @description 1, 2, … of the entrance */
            number: number;
            /** @description parts of the entrance */
            of: number;
            /** @description lowest floor; 0 is the ground floor */
            fromFloor: number;
            /** @description highest floor */
            toFloor: number;
            /** @description of a floor that several parts share: its doors, counted from 1 */
            firstDoor?: number;
            /** @description of the floor that is shared */
            lastDoor?: number;
        };
        /** @description what took the time of a plan, in milliseconds */
        Timings: {
            /** @description milliseconds from the request to the stored plan */
            total: number;
            /** @description milliseconds before anybody began; absent for a plan that was made in pieces */
            waiting?: number;
            /** @description milliseconds by step: `area`, `building`, `graph`, `grouping`, `matrix`, `solver`, `walk`; of a plan in pieces the sums over them, which are made side by side */
            steps: {
                [key: string]: number;
            };
            /** @description milliseconds of the rest: reading what is known of the area, handing over to a thread, storing; absent for a plan that was made in pieces */
            other?: number;
        };
        /** @description a key building that is none any more */
        UnkeyEdit: {
            /**
             * @description no longer a key building of this plan
             * @constant
             */
            type: "unkey";
            /** @description id of a target, or of a building for all its targets that the plan knows */
            target: string;
        };
        /** @description a walk that may change again */
        UnlockEdit: {
            /**
             * @description the walk may change again
             * @constant
             */
            type: "unlock";
            /** @description id of a walk of the plan; `new ` and his id for that of a walker whom an edit before adds */
            walk: string;
        };
        /** @description a target, or a building, that may change its walk */
        UnpinEdit: {
            /**
             * @description it may change its walk again
             * @constant
             */
            type: "unpin";
            /** @description id of a target, or of a building for all its targets that the plan knows */
            target: string;
        };
        /** @description an area that is not ranked */
        UnrankedArea: {
            /** @description of the precinct or the square */
            code: string;
            /** @description fields that are empty here */
            missing: string[];
            /** @description it is not ranked */
            why: string;
        };
        /** @description what happened at a target: counts of doors, never a name */
        Visit: {
            /** @description made by the client; sending it twice changes nothing */
            id: string;
            /** @description its id */
            target: string;
            /**
             * Format: date-time
             * @description when the target was left: local time with offset, its hour tells the daypart
             */
            at: string;
            /** @description id of the walk it was on; else `region` of the report says where */
            walk?: string;
            /** @description doors; default 0 */
            knocked?: number;
            /** @description of these, and somebody talked; default 0 */
            opened?: number;
            /** @description of these, for good; default 0 */
            refused?: number;
            /** @description opened, and asked to come back; default 0 */
            revisit?: number;
            /** @description never to be knocked again; default 0 */
            optedOut?: number;
            /** @description storeys done */
            floors?: number;
            /** @description the street door stayed shut; default false */
            noAccess?: boolean;
            /**
             * @description target: the opt-out closes all of it; default "doors"
             * @enum {string}
             */
            scope?: "doors" | "target";
        };
        /** @description what was reported */
        VisitCounts: {
            /** @description doors */
            knocked: number;
            /** @description of these */
            opened: number;
            /** @description of these */
            refused: number;
            /** @description to come back to */
            revisit: number;
            /** @description never to be knocked again */
            optedOut: number;
        };
        /** @description a page of visits */
        VisitPage: {
            /** @description by block, in each by time */
            visits: components["schemas"]["ReportedVisit"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description a page of visits, with the fields that were asked for */
        VisitPagePart: {
            /** @description in the same order */
            visits: components["schemas"]["ReportedVisitPart"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description visits, each taken or refused by itself */
        VisitReport: {
            /** @description needed by visits that name no walk */
            region?: string;
            /** @description a wrong one is refused by itself; the others are taken */
            visits: components["schemas"]["Visit"][];
        };
        /** @description what became of each visit */
        VisitsAnswer: {
            /** @description ids */
            accepted: string[];
            /** @description ids that were taken before */
            duplicate: string[];
            /** @description not taken, with the reason */
            refused: components["schemas"]["RefusedVisit"][];
            /** @description taken, but with the time of arrival instead of their own, or with a field that changed nothing */
            flagged: components["schemas"]["FlaggedVisit"][];
        };
        /** @description one walker; what is left out comes from the request */
        VolunteerRequest: {
            /** @description opaque; never a name */
            id?: string;
            /** @description own start; kept to about 100 m; default: the start of the request */
            start?: components["schemas"]["Start"];
            /** @description where the walk ends; default: back at the start when `closed` */
            end?: components["schemas"]["Position"];
            /** @description length of the walk, from leaving the start to returning */
            minutes?: number;
            /** @description most doors of the walk */
            doors?: number;
            /** @description who walk together */
            people?: number;
            /** @description the people knock at different doors at the same time; default false */
            split?: boolean;
            /** @description nothing above a ground floor but in houses, as stop or as reserve */
            avoidStairs?: boolean;
            /**
             * @description of instructions and paper
             * @enum {string}
             */
            language?: "fr" | "en";
        };
        /** @description the itinerary of one walker */
        Walk: {
            /** @description unique everywhere */
            walkId: string;
            /** @description 1, 2, … in the plan */
            number: number;
            /** @description handing out ranks 1…k is close to planning for k walkers */
            rank: number;
            /** @description id of the volunteer */
            walker: string;
            /** @description how many walk together, where more than one */
            people?: number;
            /**
             * @description of instructions and paper
             * @enum {string}
             */
            language: "fr" | "en";
            /** @description seconds there are, what is kept free included: minutes × 60 */
            budget: number;
            /** @description legs + stops */
            seconds: number;
            /** @description walked */
            metres: number;
            /** @description busy streets crossed on the legs, by class; a class that is not crossed is absent */
            crossings: components["schemas"]["Crossings"];
            /** @description on the walk */
            doors: number;
            /** @description of its targets */
            prize: number;
            /** @description null: begins at the first stop */
            start: components["schemas"]["Position"] | null;
            /** @description null: ends at the last stop */
            end: components["schemas"]["Position"] | null;
            /**
             * Format: date-time
             * @description moment
             */
            startAt: string;
            /**
             * Format: date-time
             * @description moment
             */
            endAt: string;
            /** @description in walking order */
            stops: components["schemas"]["WalkStop"][];
            /** @description nearby targets to fall back on, nearest first */
            reserves: components["schemas"]["WalkTarget"][];
            /** @description stops + 1 with both ends fixed, stops with one, stops − 1 with none */
            legs: components["schemas"]["Leg"][];
        };
        /** @description what lies within a walk of a place */
        WalkArea: {
            /** @description every target whose place on the street is reached within so many minutes */
            walkFrom: components["schemas"]["WalkFrom"];
        };
        /** @description what became of a walk; counts and lists are of targets */
        WalkChange: {
            /** @description of the walk */
            walkId: string;
            /** @description of the walk */
            number: number;
            /** @description who has it now, or has walked it; null: nobody */
            walker: string | null;
            /** @description who had it; null: it is new */
            before: string | null;
            /**
             * @description `unchanged`: the same doors in the same order, later perhaps; `finished`: it was walked to its end before; `cancelled`: it was given back
             * @enum {string}
             */
            change: "unchanged" | "changed" | "handed_over" | "new" | "finished" | "cancelled";
            /** @description had nothing left to do */
            done: number;
            /** @description still to do, and still on this walk */
            kept: number;
            /** @description ids of targets that came */
            got: string[];
            /** @description targets that left */
            lost: components["schemas"]["WalkLoss"][];
        };
        /** @description sent when a walk was finished (not: given back, or run out of time) */
        WalkCompletedMessage: {
            /**
             * @description of the event
             * @constant
             */
            type: "walk.completed";
            /**
             * Format: date-time
             * @description moment of the event
             */
            timestamp: string;
            /** @description what happened; nothing of it says what happened at a door */
            data: components["schemas"]["WalkNews"];
        };
        /** @description out of the way: more walking than the doors are worth on this walk */
        WalkDetour: {
            /** @description of walking that is saved by leaving them out */
            seconds: number;
            /** @description from this one on */
            stops: number;
        };
        /** @description what became of a walk from one plan to another */
        WalkDifference: {
            /** @description of the first plan; null: the second alone has it */
            first: components["schemas"]["ComparedWalk"] | null;
            /** @description of the second plan; null: the first alone has it */
            second: components["schemas"]["ComparedWalk"] | null;
            /** @description targets of both */
            stayed: number;
            /** @description of these, in another order */
            reordered: number;
            /** @description doors more */
            doors: number;
            /** @description prize more */
            prize: number;
            /** @description minutes more */
            minutes: number;
            /** @description metres more */
            metres: number;
        };
        /** @description a walk on the streets, as long as plans tell it */
        WalkFrom: {
            /** @description where the walk begins */
            start: components["schemas"]["Position"];
            /** @description of walking, one way */
            minutes: number;
        };
        /** @description a walk without its way */
        WalkHead: {
            /** @description unique everywhere */
            walkId: string;
            /** @description 1, 2, … in the plan */
            number: number;
            /** @description handing out ranks 1…k is close to planning for k walkers */
            rank: number;
            /** @description id of the volunteer */
            walker: string;
            /** @description how many walk together, where more than one */
            people?: number;
            /**
             * @description of instructions and paper
             * @enum {string}
             */
            language: "fr" | "en";
            /** @description seconds there are, what is kept free included: minutes × 60 */
            budget: number;
            /** @description legs + stops */
            seconds: number;
            /** @description walked */
            metres: number;
            /** @description busy streets crossed on the legs, by class; a class that is not crossed is absent */
            crossings: components["schemas"]["Crossings"];
            /** @description on the walk */
            doors: number;
            /** @description of its targets */
            prize: number;
            /** @description null: begins at the first stop */
            start: components["schemas"]["Position"] | null;
            /** @description null: ends at the last stop */
            end: components["schemas"]["Position"] | null;
            /**
             * Format: date-time
             * @description moment
             */
            startAt: string;
            /**
             * Format: date-time
             * @description moment
             */
            endAt: string;
            /** @description number of stops */
            stopCount: number;
            /** @description the whole walk */
            href: string;
        };
        /** @description a page of walks */
        WalkList: {
            /** @description newest first; of one plan by number */
            walks: components["schemas"]["ListedWalk"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description a page of walks, with the fields that were asked for */
        WalkListPart: {
            /** @description in the same order */
            walks: components["schemas"]["ListedWalkPart"][];
            /** @description cursor of the next page; null: this was the last */
            next: string | null;
        };
        /** @description a target that left the walk */
        WalkLoss: {
            /** @description its id */
            target: string;
            /** @description the walk that has it now */
            to: string | null;
            /** @description why it is on no walk */
            reason: components["schemas"]["LeftOutReason"] | null;
        };
        /** @description a walk began or ended */
        WalkNews: {
            /** @description of the walk */
            walkId: string;
            /** @description of its plan */
            planId: string;
            /** @description the walk */
            href: string;
            /**
             * Format: date-time
             * @description when the walker set out; null: nobody said so
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description when it was finished; null: not yet
             */
            endedAt: string | null;
            /** @description that it holds, reserves included */
            targets: number;
        };
        /** @description a walk to be walked offline, or what changed of it */
        WalkPack: {
            /** @description of the walk */
            walkId: string;
            /** @description of its plan */
            planId: string;
            /** @description id of the volunteer */
            walker: string;
            /** @description where it stands */
            state: components["schemas"]["WalkStatus"];
            /**
             * Format: date-time
             * @description the targets are held until then at most
             */
            until: string | null;
            /** @description for `?since=`: what you know after this answer */
            cursor: string;
            /** @description targets with other numbers of doors */
            changed: components["schemas"]["ChangedTarget"][];
            /** @description targets that are not to be visited any more */
            removed: components["schemas"]["RemovedTarget"][];
            /** @description as planned; not with `?since=` */
            walk?: components["schemas"]["Walk"];
            /** @description to be shown with the map; not with `?since=` */
            attribution?: string[];
            /** @description around the way that the map shows */
            reachMetres?: number;
            /** @description streets and building outlines, as `map.geojson` of the region; not with `?since=` */
            map?: components["schemas"]["FeatureCollection"];
        };
        /** @description sent when a walker set out */
        WalkStartedMessage: {
            /**
             * @description of the event
             * @constant
             */
            type: "walk.started";
            /**
             * Format: date-time
             * @description moment of the event
             */
            timestamp: string;
            /** @description what happened; nothing of it says what happened at a door */
            data: components["schemas"]["WalkNews"];
        };
        /** @description where a walk stands, and who has it */
        WalkState: {
            /** @description of the walk */
            walkId: string;
            /** @description of its plan */
            planId: string;
            /** @description id of the volunteer */
            walker: string;
            /** @description where it stands */
            state: components["schemas"]["WalkStatus"];
            /**
             * Format: date-time
             * @description the targets are held until then at most
             */
            until: string | null;
            /**
             * Format: date-time
             * @description when the walker set out; null: not yet
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description when it was finished or given back; null: not yet
             */
            endedAt: string | null;
            /** @description held, reserves included */
            targets: number;
        };
        /**
         * @description where a walk stands: `draft` holds nothing; `released` was given back, `expired` ran out of time
         * @enum {string}
         */
        WalkStatus: "draft" | "leased" | "started" | "finished" | "released" | "expired";
        /** @description one instruction */
        WalkStep: {
            /** @description as OSRM says it, and `cross`, `steps`, `passage` */
            type: string;
            /** @description `left`, `slight right`, … */
            modifier?: string;
            /** @description of the street */
            name: string;
            /** @description a sentence in the language of the walk */
            instruction: string;
            /** @description of the manoeuvre */
            location: components["schemas"]["Position"];
            /** @description to the next one */
            metres: number;
            /** @description to the next one */
            seconds: number;
        };
        /** @description where the walker stops: one target, or a row of neighbours */
        WalkStop: {
            /** @description id of its first target */
            stopId: string;
            /** @description H3 cell, resolution 10 */
            block: string;
            /** @description walked on */
            street: string;
            /** @description of its street, the same all along one pavement: left of who walks north, or east */
            side: ("left" | "right") | null;
            /** @description seconds after leaving the start */
            arrive: number;
            /**
             * Format: date-time
             * @description moment
             */
            arriveAt: string;
            /** @description at the stop, walking between its doors included */
            seconds: number;
            /** @description on the street, where the leg ends */
            location: components["schemas"]["Position"];
            /** @description of the place on the street, 0–1 */
            confidence: number;
            /** @description in order */
            targets: components["schemas"]["WalkTarget"][];
            /** @description out of the way: more walking than the doors are worth at the rate of the walk */
            detour?: components["schemas"]["WalkDetour"];
            /**
             * @description behind a gate that is locked or private: ring, or ask to be let in
             * @constant
             */
            access?: "gate";
            /**
             * @description was done before the plan was made again
             * @constant
             */
            done?: true;
        };
        /** @description what is knocked on in one go: an entrance, or a part of it */
        WalkTarget: {
            /** @description source key + entrance + part */
            id: string;
            /** @description id of the building */
            building: string;
            /** @description the way in, where there are several */
            entrance?: components["schemas"]["TargetEntrance"];
            /** @description of the entrance */
            part?: components["schemas"]["TargetPart"];
            /** @description "12 bis rue Condorcet", in the order of the country; empty when unknown */
            address: string;
            /** @description what one sees of a door without a number, in the language of the walk */
            seen?: string;
            /** @description in front of the street door */
            location: components["schemas"]["Position"];
            /** @description households to knock on */
            doors: number;
            /**
             * @description how many they are, told by whom
             * @enum {string}
             */
            doorsSource: "client" | "dwellings" | "flats" | "units" | "numbers" | "grid" | "floor_area" | "default";
            /** @description to walk */
            floors: number;
            /**
             * @description how the street door opens
             * @enum {string}
             */
            access: "open" | "intercom" | "code" | "guard" | "unknown" | "gate";
            /** @description expected time at the target, one decimal */
            minutes: number;
            /** @description doors × priority ÷ 50 × chance to get in */
            prize: number;
            /** @description a key building */
            key?: boolean;
            /** @description why it matters, in the language of the walk */
            why?: string;
        };
        /** @description a walk has nobody who walks it */
        WalkWish: {
            /**
             * @description who takes a walk that nobody walks
             * @constant
             */
            for: "walk";
            /** @description id of the walk */
            walk: string;
            /** @description who is there and has no walk; what one does not say comes from the plan */
            volunteers?: components["schemas"]["VolunteerRequest"][];
            /**
             * Format: date-time
             * @description from when on: what is walked by then stays; default: now while the walks of the plan are on, else when it starts
             */
            at?: string;
            /** @description suggestions at most; default 5 */
            most?: number;
        };
        /** @description a receiver of messages */
        Webhook: {
            /** @description of the webhook */
            id: string;
            /** @description where they are sent */
            url: string;
            /** @description for your lists */
            label: string;
            /** @description what it wants to hear of */
            events: ("plan.completed" | "plan.failed" | "plan.stale" | "walk.started" | "walk.completed" | "block.completed" | "batch.completed" | "import.completed" | "import.failed" | "webhook.disabled")[];
            /**
             * Format: date-time
             * @description moment
             */
            createdAt: string;
            /** @description set when it was switched off, and why */
            disabled: components["schemas"]["WebhookDisabled"] | null;
            /**
             * Format: date-time
             * @description first failure after the last success
             */
            failingSince: string | null;
            /**
             * Format: date-time
             * @description until then messages carry a second signature, by the old secret
             */
            oldSecretUntil: string | null;
        };
        /** @description when a webhook was switched off, and why */
        WebhookDisabled: {
            /**
             * Format: date-time
             * @description moment
             */
            at: string;
            /** @description why */
            reason: string;
        };
        /** @description sent when another webhook of the campaign was switched off */
        WebhookDisabledMessage: {
            /**
             * @description of the event
             * @constant
             */
            type: "webhook.disabled";
            /**
             * Format: date-time
             * @description moment of the event
             */
            timestamp: string;
            /** @description what happened; nothing of it says what happened at a door */
            data: components["schemas"]["WebhookSwitchedOff"];
        };
        /** @description the webhooks of a campaign */
        WebhookList: {
            /** @description without their secrets */
            webhooks: components["schemas"]["Webhook"][];
        };
        /** @description another webhook was switched off */
        WebhookSwitchedOff: {
            /** @description of the other webhook */
            webhookId: string;
            /** @description of the other webhook */
            label: string;
            /**
             * Format: date-time
             * @description moment
             */
            at: string;
            /** @description why */
            reason: string;
        };
        /** @description sent when you asked for it */
        WebhookTestMessage: {
            /**
             * @description of the event
             * @constant
             */
            type: "webhook.test";
            /**
             * Format: date-time
             * @description moment of the event
             */
            timestamp: string;
            /** @description what happened; nothing of it says what happened at a door */
            data: components["schemas"]["WebhookTested"];
        };
        /** @description a trial */
        WebhookTested: {
            /** @description of this webhook */
            webhookId: string;
        };
        /** @description a webhook, this once with its secret */
        WebhookWithSecret: {
            /** @description of the webhook */
            id: string;
            /** @description where they are sent */
            url: string;
            /** @description for your lists */
            label: string;
            /** @description what it wants to hear of */
            events: ("plan.completed" | "plan.failed" | "plan.stale" | "walk.started" | "walk.completed" | "block.completed" | "batch.completed" | "import.completed" | "import.failed" | "webhook.disabled")[];
            /**
             * Format: date-time
             * @description moment
             */
            createdAt: string;
            /** @description set when it was switched off, and why */
            disabled: components["schemas"]["WebhookDisabled"] | null;
            /**
             * Format: date-time
             * @description first failure after the last success
             */
            failingSince: string | null;
            /**
             * Format: date-time
             * @description until then messages carry a second signature, by the old secret
             */
            oldSecretUntil: string | null;
            /** @description shown this once; messages are signed with it (Standard Webhooks) */
            secret: string;
        };
        /** @description a formula of your own */
        WeightsFormula: {
            /** @description summed */
            weights: components["schemas"]["FieldWeight"][];
            /**
             * @description what weights are put on: (value − mean) ÷ deviation, 0–100 from smallest to largest, or the value; default "z"
             * @enum {string}
             */
            standardise?: "z" | "range" | "none";
        };
        /** @description what a plan would have more without one of its wishes */
        WishPrice: {
            /** @description `return`: walks end where they began; `start`: they begin at one place; `doors`: door limits; `stairs`: who avoids them; `keys`: key buildings come first; `hold_outs`: nobody goes there; `excluded`: `skip`, `exclude`, and what an area is less */
            wish: components["schemas"]["PricedWish"];
            /**
             * @description `free`: without it nothing more was found; `unclear`: no more than searching on might find anyhow; `costs`; `withheld`: of hold-outs in sight so few doors are not told
             * @enum {string}
             */
            verdict: "free" | "unclear" | "costs" | "withheld";
            /** @description more without it; null: withheld */
            prize: number | null;
            /** @description more on walks without it, fewer below 0; null: withheld */
            doors: number | null;
            /** @description key targets more on walks without it; null: withheld */
            keys: number | null;
            /** @description of the prize of the plan, 0 to 1; null: withheld */
            share: number | null;
        };
        /** @description what the wishes of a plan cost */
        WishPrices: {
            /** @description of the plan */
            planId: string;
            /** @description on its walks, without what was visited since */
            prize: number;
            /** @description prize more that was found by searching on with every wish kept; prices are on top of it */
            searched: number;
            /** @description prize: prices up to it are `unclear` */
            uncertainty: number;
            /**
             * @description deadline: the time was over, and prices are less certain
             * @enum {string}
             */
            stoppedBy: "iterations" | "deadline";
            /** @description those that the plan has, dearest first */
            wishes: components["schemas"]["WishPrice"][];
        };
    };
    responses: {
        /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
        Problem401OfCreatePlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not allowed with this key: `key.scope`, `link.scope` */
        Problem403OfCreatePlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `area.unknown`, `plan.unknown`, `ranking.unknown`, `region.unknown` */
        Problem404OfCreatePlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not acceptable: `request.not_acceptable` */
        Problem406OfCreatePlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Gone: `campaign.erased`, `campaign.over`, `plan.cancelled` */
        Problem410OfCreatePlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too large: `request.too_large` */
        Problem413OfCreatePlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
        Problem415OfCreatePlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Cannot be processed: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `edit.does_not_fit`, `edit.not_free`, `edit.stairs`, `edit.unreachable`, `idempotency.other_request`, `osrm.refused`, `osrm.unreachable`, `plan.conflict`, `plan.failed`, `plan.gave_up`, `plan.gone`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `region.format`, `replan.too_many`, `replan.walker`, `start.unreachable`, `streets.damaged`, `streets.format`, `streets.none`, `volunteers.too_many_starts` */
        Problem422OfCreatePlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests: `rate.exceeded` */
        Problem429OfCreatePlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Internal error: `bug.unexpected` */
        Problem500OfCreatePlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Try again later: `ledger.busy`, `osrm.refused`, `osrm.unreachable`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
        Problem503OfCreatePlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
        Problem507OfCreatePlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Bad request: `request.cursor`, `request.invalid` */
        Problem400OfListPlans: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Gone: `campaign.over` */
        Problem410OfListPlans: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Try again later: `service.closing`, `storage.damaged` */
        Problem503OfListPlans: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Bad request: `request.invalid` */
        Problem400OfGetPlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Cannot be processed: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `edit.does_not_fit`, `edit.not_free`, `edit.stairs`, `edit.unreachable`, `osrm.refused`, `osrm.unreachable`, `plan.conflict`, `plan.failed`, `plan.gave_up`, `plan.gone`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `region.format`, `replan.too_many`, `replan.walker`, `start.unreachable`, `streets.damaged`, `streets.format`, `streets.none`, `volunteers.too_many_starts` */
        Problem422OfGetPlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
        Problem503OfGetPlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
        Problem400OfDeletePlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `plan.unknown` */
        Problem404OfDeletePlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Gone: `campaign.erased`, `campaign.over` */
        Problem410OfDeletePlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Unsupported content type: `request.content_encoding` */
        Problem415OfDeletePlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Bad request: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many`, `start.unreachable`, `volunteers.too_many_starts` */
        Problem400OfWalkNow: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `area.unknown`, `ranking.unknown`, `region.unknown` */
        Problem404OfWalkNow: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Cannot be processed: `idempotency.other_request`, `region.format`, `streets.damaged`, `streets.format`, `streets.none` */
        Problem422OfWalkNow: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Try again later: `ledger.busy`, `osrm.refused`, `osrm.unreachable`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy`, `walk.late` */
        Problem503OfWalkNow: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not allowed with this key: `key.scope`, `link.scope`, `walk.not_yours` */
        Problem403OfShortenWalk: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `walk.unknown` */
        Problem404OfGetWalkState: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Conflict: `idempotency.in_progress`, `walk.not_leased`, `walk.over` */
        Problem409OfStartWalk: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Cannot be processed: `idempotency.other_request` */
        Problem422OfStartWalk: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Try again later: `ledger.busy`, `service.closing`, `storage.damaged`, `walk.busy` */
        Problem503OfStartWalk: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `region.unknown`, `walk.unknown` */
        Problem404OfGetWalkPack: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Cannot be processed: `region.format` */
        Problem422OfGetWalkPack: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Try again later: `ledger.busy`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
        Problem503OfGetWalkPack: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `invitation.unknown` */
        Problem404OfGetInvitation: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Conflict: `idempotency.in_progress` */
        Problem409OfCloseInvitation: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Conflict: `dispatch.closed`, `idempotency.in_progress`, `plan.commit_running`, `plan.conflict`, `plan.replaced`, `plan.replan_running` */
        Problem409OfCommitPlan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `region.unknown` */
        Problem404OfReportVisits: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Gone: `campaign.erased` */
        Problem410OfReportVisits: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Cannot be processed: `idempotency.other_request`, `region.format` */
        Problem422OfReportVisits: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `correction.unknown` */
        Problem404OfAcceptCorrection: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too large: `buildings.too_many`, `request.too_large` */
        Problem413OfAcceptCorrection: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `ranking.unknown`, `region.unknown` */
        Problem404OfCreateHoldout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `holdout.unknown` */
        Problem404OfDeleteHoldout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `campaign.unknown` */
        Problem404OfGetCampaign: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `area.unknown` */
        Problem404OfGetArea: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `batch.unknown` */
        Problem404OfGetBatch: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `imports.unknown` */
        Problem404OfTakeBackImport: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Bad request: `request.invalid` */
        Problem400OfUploadList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Method not allowed: `request.method` */
        Problem405OfUploadList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Internal error: `bug.unexpected` */
        Problem500OfUploadList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Try again later: `service.closing`, `storage.damaged` */
        Problem503OfUploadList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
        Problem507OfUploadList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `targets.unknown_file` */
        Problem404OfGetTargetFile: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `webhook.unknown` */
        Problem404OfGetWebhook: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Conflict: `webhook.disabled` */
        Problem409OfTestWebhook: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found: `source.unknown` */
        Problem404OfDeleteSource: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description an id of your own for this request; answer and log carry it
         * @example saturday-042
         */
        RequestId: string;
        /**
         * @description `ETag` of an answer before: 304 without a body when nothing has changed since
         * @example "33a64df551425fcc"
         */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /** @description id of the request, yours when you sent one; the log of the server has it too */
        "X-Request-Id": string;
        /** @description what is left of this minute */
        RateLimit: string;
        /** @description requests that whoever is named may send in a minute: campaign, link, invitation, or one coming by it */
        "RateLimit-Policy": string;
        /** @description names this state of it: `If-None-Match` asks for another, `If-Match` changes only this one */
        ETag: string;
        /** @description the next page, where there is one */
        Link: string;
        /** @description address of what was made */
        Location: string;
        /** @description seconds until it makes sense to ask again */
        "Retry-After": number;
        /** @description `true`: the first answer to this `Idempotency-Key`, again */
        "Idempotency-Replayed": "true";
        /** @description what of `Prefer` was heeded */
        "Preference-Applied": string;
        /** @description how to authenticate */
        "WWW-Authenticate": string;
        /** @description the methods that this address takes */
        Allow: string;
        /** @description the only encoding of bodies that is read */
        "Accept-Encoding": "identity";
        /** @description name of the file to save it as */
        "Content-Disposition": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listPlans: {
        parameters: {
            query?: {
                /**
                 * @description `next` of the page before
                 * @example cGxu
                 */
                cursor?: string;
                /**
                 * @description default 50
                 * @example 50
                 */
                limit?: number;
                /** @description only plans that are so; several with commas: `queued`, `running`, `done`, `failed`, `cancelled` */
                status?: string;
                /**
                 * @description only plans of this region
                 * @example paris-9e-10e
                 */
                region?: string;
                /** @description only these fields of each entry; several with commas: `id`, `status`, `region`, `createdAt`, `area`, `streets`, `startAt`, `minutes`, `volunteers`, `progress`, `summary`, `replacedBy`, `stale`, `error` */
                fields?: string;
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of plans */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanList"];
                    "application/vnd.doorwalk.part+json": components["schemas"]["PlanListPart"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.cursor`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPlan: {
        parameters: {
            query?: {
                /**
                 * @description `true`: the answer has `timings`, what took the time of the plan; default false
                 * @example true
                 */
                timings?: "true" | "false";
            };
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `respond-async`: answer 202 at once; `wait=N`: wait so many seconds first, 25 at most
                 * @example respond-async
                 */
                Prefer?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "region": "paris-9e-10e",
                 *       "area": {
                 *         "precincts": [
                 *           "0925"
                 *         ]
                 *       },
                 *       "volunteers": [
                 *         {
                 *           "id": "a",
                 *           "minutes": 60,
                 *           "people": 2
                 *         },
                 *         {
                 *           "id": "b",
                 *           "doors": 40,
                 *           "language": "en"
                 *         }
                 *       ],
                 *       "minutes": 60,
                 *       "start": [
                 *         2.3475,
                 *         48.8791
                 *       ],
                 *       "priority": {
                 *         "field": "taux_abstention"
                 *       },
                 *       "iterations": 2000
                 *     }
                 */
                "application/json": components["schemas"]["PlanRequest"];
            };
        };
        responses: {
            /** @description The plan */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanAnswer"];
                };
            };
            /** @description Not ready: ask again at `href`, after `Retry-After` seconds */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanJob"];
                };
            };
            /** @description Bad request: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `plan.iterations`, `plan.seconds`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many`, `start.unreachable`, `volunteers.too_many_starts` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `area.unknown`, `plan.unknown`, `ranking.unknown`, `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `dispatch.closed`, `idempotency.in_progress`, `plan.conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over`, `plan.cancelled` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `edit.does_not_fit`, `edit.not_free`, `edit.stairs`, `edit.unreachable`, `idempotency.other_request`, `osrm.refused`, `osrm.unreachable`, `plan.conflict`, `plan.failed`, `plan.gave_up`, `plan.gone`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `region.format`, `replan.too_many`, `replan.walker`, `start.unreachable`, `streets.damaged`, `streets.format`, `streets.none`, `volunteers.too_many_starts` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `osrm.refused`, `osrm.unreachable`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlan: {
        parameters: {
            query?: {
                /**
                 * @description `true`: the answer has `timings`, what took the time of the plan; default false
                 * @example true
                 */
                timings?: "true" | "false";
                /** @description of the page to print: `large` for letters of 16 points and more; default `normal` */
                print?: "normal" | "large";
                /** @description of the CSV, for people: heads and words in it, as spreadsheets of who speaks it open it (byte order mark; semicolons and decimal commas in French); default: the columns for programs */
                language?: "fr" | "en";
            };
            header?: {
                /**
                 * @description `respond-async`: answer 202 at once; `wait=N`: wait so many seconds first, 25 at most
                 * @example respond-async
                 */
                Prefer?: string;
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id; `.geojson`, `.html` or `.csv` behind it chooses the form
                 * @example pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanAnswer"];
                    "application/geo+json": components["schemas"]["FeatureCollection"];
                    "text/html": string;
                    "text/csv": string;
                };
            };
            /** @description Not ready: ask again at `href`, after `Retry-After` seconds */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanJob"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `plan.unknown`, `request.unknown_form` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over`, `plan.cancelled` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `edit.does_not_fit`, `edit.not_free`, `edit.stairs`, `edit.unreachable`, `osrm.refused`, `osrm.unreachable`, `plan.conflict`, `plan.failed`, `plan.gave_up`, `plan.gone`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `region.format`, `replan.too_many`, `replan.walker`, `start.unreachable`, `streets.damaged`, `streets.format`, `streets.none`, `volunteers.too_many_starts` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePlan: {
        parameters: {
            query?: {
                /** @description what becomes of it where somebody is on a walk: `end`: it goes; `refuse`: it stays, 409; default "end" */
                walking?: "end" | "refuse";
            };
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the plan
                 * @example pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancelled or gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `plan.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `plan.walking` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLeftOut: {
        parameters: {
            query?: {
                /**
                 * @description `next` of the page before
                 * @example cGxu
                 */
                cursor?: string;
                /**
                 * @description default 50
                 * @example 50
                 */
                limit?: number;
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the plan
                 * @example pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeftOutPage"];
                };
            };
            /** @description Not ready: ask again at `href`, after `Retry-After` seconds */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanJob"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.cursor`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `plan.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over`, `plan.cancelled` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `edit.does_not_fit`, `edit.not_free`, `edit.stairs`, `edit.unreachable`, `osrm.refused`, `osrm.unreachable`, `plan.conflict`, `plan.failed`, `plan.gave_up`, `plan.gone`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `region.format`, `replan.too_many`, `replan.walker`, `start.unreachable`, `streets.damaged`, `streets.format`, `streets.none`, `volunteers.too_many_starts` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlanRequest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the plan
                 * @example pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedRequest"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `plan.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWalks: {
        parameters: {
            query?: {
                /**
                 * @description `next` of the page before
                 * @example cGxu
                 */
                cursor?: string;
                /**
                 * @description default 50
                 * @example 50
                 */
                limit?: number;
                /** @description only walks that are so; several with commas: `draft`, `leased`, `started`, `finished`, `released`, `expired` */
                state?: string;
                /**
                 * @description only walks of this plan
                 * @example pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                plan?: string;
                /**
                 * @description only walks of this volunteer
                 * @example v-17
                 */
                walker?: string;
                /** @description only these fields of each entry; several with commas: `walkId`, `planId`, `walker`, `state`, `until`, `startedAt`, `endedAt`, `targets`, `region`, `href` */
                fields?: string;
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of walks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalkList"];
                    "application/vnd.doorwalk.part+json": components["schemas"]["WalkListPart"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.cursor`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `plan.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    walkNow: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "region": "paris-9e-10e",
                 *       "start": [
                 *         2.3475,
                 *         48.8791
                 *       ],
                 *       "minutes": 30,
                 *       "language": "en"
                 *     }
                 */
                "application/json": components["schemas"]["NewWalk"];
            };
        };
        responses: {
            /** @description The leased walk */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeasedWalk"];
                };
            };
            /** @description Bad request: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many`, `start.unreachable`, `volunteers.too_many_starts` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `area.unknown`, `ranking.unknown`, `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `dispatch.closed`, `idempotency.in_progress`, `walk.none_left` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request`, `region.format`, `streets.damaged`, `streets.format`, `streets.none` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `osrm.refused`, `osrm.unreachable`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy`, `walk.late` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWalk: {
        parameters: {
            query?: {
                /** @description of the page to print: `large` for letters of 16 points and more; default `normal` */
                print?: "normal" | "large";
                /** @description of the CSV, for people: heads and words in it, as spreadsheets of who speaks it open it (byte order mark; semicolons and decimal commas in French); default: the columns for programs */
                language?: "fr" | "en";
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id; `.geojson`, `.gpx`, `.html`, `.csv` or `.json` behind it chooses the form
                 * @example wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1
                 */
                walkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The walk */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredWalk"];
                    "application/geo+json": components["schemas"]["FeatureCollection"];
                    "application/gpx+xml": string;
                    "text/html": string;
                    "text/csv": string;
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `request.unknown_form`, `walk.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    shortenWalk: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the walk
                 * @example wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1
                 */
                walkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "minutes": 25,
                 *       "at": [
                 *         2.3475,
                 *         48.8791
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ShortenRequest"];
            };
        };
        responses: {
            /** @description The walk as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShortenedWalk"];
                };
            };
            /** @description Bad request: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many`, `start.unreachable`, `volunteers.too_many_starts` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope`, `walk.not_yours` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `area.unknown`, `ranking.unknown`, `region.unknown`, `walk.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress`, `walk.not_leased`, `walk.nothing_fits`, `walk.over` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request`, `region.format`, `streets.damaged`, `streets.format`, `streets.none` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `osrm.refused`, `osrm.unreachable`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWalkState: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the walk
                 * @example wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1
                 */
                walkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The walk as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalkState"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `walk.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startWalk: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the walk
                 * @example wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1
                 */
                walkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The walk as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalkState"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope`, `walk.not_yours` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `walk.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress`, `walk.not_leased`, `walk.over` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishWalk: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the walk
                 * @example wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1
                 */
                walkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The walk as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalkState"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope`, `walk.not_yours` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `walk.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress`, `walk.not_leased`, `walk.over` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseWalk: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the walk
                 * @example wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1
                 */
                walkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The walk as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalkState"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope`, `walk.not_yours` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `walk.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress`, `walk.not_leased`, `walk.over` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extendWalk: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the walk
                 * @example wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1
                 */
                walkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "minutes": 90
                 *     }
                 */
                "application/json": components["schemas"]["ExtendRequest"];
            };
        };
        responses: {
            /** @description The walk as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalkState"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope`, `walk.not_yours` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `walk.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress`, `walk.not_leased`, `walk.over` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handoverWalk: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the walk
                 * @example wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1
                 */
                walkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "walker": "d"
                 *     }
                 */
                "application/json": components["schemas"]["HandoverRequest"];
            };
        };
        responses: {
            /** @description The walk as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalkState"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope`, `walk.not_yours` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `walk.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress`, `walk.not_leased`, `walk.over` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWalkPack: {
        parameters: {
            query?: {
                /**
                 * @description `cursor` of the answer before
                 * @example 12.8.6
                 */
                since?: string;
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the walk
                 * @example wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1
                 */
                walkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pack, at most 150 KB compressed, or the changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalkPack"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.cursor`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `region.unknown`, `walk.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLink: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The walk */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedWalk"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `link.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLinks: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the walk
                 * @example wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1
                 */
                walkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkList"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope`, `walk.not_yours` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `walk.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createLink: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the walk
                 * @example wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1
                 */
                walkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "replaces": true
                 *     }
                 */
                "application/json": components["schemas"]["NewLink"];
            };
        };
        responses: {
            /** @description The link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkWithToken"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope`, `walk.not_yours` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `walk.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `link.too_many` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteLink: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the walk
                 * @example wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1
                 */
                walkId: string;
                /**
                 * @description id of the link
                 * @example lnk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It opens nothing any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope`, `walk.not_yours` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `link.unknown`, `walk.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /**
                 * @description `next` of the page before
                 * @example cGxu
                 */
                cursor?: string;
                /**
                 * @description default 50
                 * @example 50
                 */
                limit?: number;
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of invitations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationList"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.cursor`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "region": "paris-9e-10e",
                 *       "start": [
                 *         2.3475,
                 *         48.8791
                 *       ],
                 *       "label": "Town hall",
                 *       "most": 40,
                 *       "minutes": 30,
                 *       "until": "2026-03-14T20:00:00+01:00"
                 *     }
                 */
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description The invitation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationWithToken"];
                };
            };
            /** @description Bad request: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many`, `start.unreachable`, `volunteers.too_many_starts` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `area.unknown`, `ranking.unknown`, `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the invitation
                 * @example inv_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `invitation.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the invitation
                 * @example inv_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `invitation.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeInvitedWalk: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the invitation
                 * @example inv_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "minutes": 20,
                 *       "avoidStairs": true
                 *     }
                 */
                "application/json": components["schemas"]["Coming"];
            };
        };
        responses: {
            /** @description The leased walk, and its link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedWalk"];
                };
            };
            /** @description Bad request: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many`, `start.unreachable`, `volunteers.too_many_starts` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `area.unknown`, `invitation.unknown`, `ranking.unknown`, `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `dispatch.closed`, `idempotency.in_progress`, `invitation.full`, `walk.none_left` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over`, `invitation.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request`, `region.format`, `streets.damaged`, `streets.format`, `streets.none` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `osrm.refused`, `osrm.unreachable`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy`, `walk.late` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commitPlan: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the plan
                 * @example pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Leased */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanCommit"];
                };
            };
            /** @description Not ready: ask again at `href`, after `Retry-After` seconds */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanJob"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `plan.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `dispatch.closed`, `idempotency.in_progress`, `plan.commit_running`, `plan.conflict`, `plan.replaced`, `plan.replan_running` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over`, `plan.cancelled` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `edit.does_not_fit`, `edit.not_free`, `edit.stairs`, `edit.unreachable`, `idempotency.other_request`, `osrm.refused`, `osrm.unreachable`, `plan.conflict`, `plan.failed`, `plan.gave_up`, `plan.gone`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `region.format`, `replan.too_many`, `replan.walker`, `start.unreachable`, `streets.damaged`, `streets.format`, `streets.none`, `volunteers.too_many_starts` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replan: {
        parameters: {
            query?: {
                /**
                 * @description `true`: the answer has `timings`, what took the time of the plan; default false
                 * @example true
                 */
                timings?: "true" | "false";
            };
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `respond-async`: answer 202 at once; `wait=N`: wait so many seconds first, 25 at most
                 * @example respond-async
                 */
                Prefer?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the plan
                 * @example pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "present": [
                 *         "b",
                 *         "c"
                 *       ],
                 *       "keep": "walks"
                 *     }
                 */
                "application/json": components["schemas"]["ReplanRequest"];
            };
        };
        responses: {
            /** @description The plan that takes its place, with `replan` */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanAnswer"];
                };
            };
            /** @description Not ready: ask again at `href`, after `Retry-After` seconds */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanJob"];
                };
            };
            /** @description Bad request: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `plan.iterations`, `plan.seconds`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `replan.commit`, `replan.nobody`, `replan.walker`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many`, `start.unreachable`, `volunteers.too_many_starts` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `area.unknown`, `plan.unknown`, `ranking.unknown`, `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `dispatch.closed`, `idempotency.in_progress`, `plan.commit_running`, `plan.conflict`, `plan.replaced`, `plan.replan_running` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over`, `plan.cancelled` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `replan.too_many`, `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `edit.does_not_fit`, `edit.not_free`, `edit.stairs`, `edit.unreachable`, `idempotency.other_request`, `osrm.refused`, `osrm.unreachable`, `plan.conflict`, `plan.failed`, `plan.gave_up`, `plan.gone`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `region.format`, `replan.too_many`, `replan.walker`, `start.unreachable`, `streets.damaged`, `streets.format`, `streets.none`, `volunteers.too_many_starts` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `osrm.refused`, `osrm.unreachable`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editPlan: {
        parameters: {
            query?: {
                /**
                 * @description `true`: the answer has `timings`, what took the time of the plan; default false
                 * @example true
                 */
                timings?: "true" | "false";
            };
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `respond-async`: answer 202 at once; `wait=N`: wait so many seconds first, 25 at most
                 * @example respond-async
                 */
                Prefer?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the plan
                 * @example pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "edits": [
                 *         {
                 *           "type": "exclude",
                 *           "target": "osm:r1083342#8"
                 *         },
                 *         {
                 *           "type": "set_minutes",
                 *           "walk": "wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1",
                 *           "minutes": 75
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["EditRequest"];
            };
        };
        responses: {
            /** @description The plan that takes its place, with `edits` and `replan` */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanAnswer"];
                };
            };
            /** @description Not ready: ask again at `href`, after `Retry-After` seconds */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanJob"];
                };
            };
            /** @description Bad request: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `edit.contradiction`, `edit.excluded`, `edit.locked`, `edit.no_effect`, `edit.nobody`, `edit.nothing_to_redo`, `edit.nothing_to_undo`, `edit.pinned`, `edit.unknown_target`, `edit.unknown_walk`, `edit.walk_begun`, `edit.walker`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many`, `start.unreachable`, `volunteers.too_many_starts` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `area.unknown`, `plan.unknown`, `ranking.unknown`, `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `dispatch.closed`, `edit.gone`, `idempotency.in_progress`, `plan.commit_running`, `plan.conflict`, `plan.replaced`, `plan.replan_running` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over`, `plan.cancelled` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `edit.does_not_fit`, `edit.not_free`, `edit.stairs`, `edit.unreachable`, `idempotency.other_request`, `osrm.refused`, `osrm.unreachable`, `plan.conflict`, `plan.failed`, `plan.gave_up`, `plan.gone`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `region.format`, `replan.too_many`, `replan.walker`, `start.unreachable`, `streets.damaged`, `streets.format`, `streets.none`, `volunteers.too_many_starts` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `osrm.refused`, `osrm.unreachable`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    comparePlans: {
        parameters: {
            query?: {
                /**
                 * @description `next` of the page before
                 * @example cGxu
                 */
                cursor?: string;
                /**
                 * @description default 50
                 * @example 50
                 */
                limit?: number;
            };
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "plans": [
                 *         "pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T",
                 *         "pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4V"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CompareRequest"];
            };
        };
        responses: {
            /** @description The comparison */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanComparison"];
                };
            };
            /** @description Not ready: ask again at `href`, after `Retry-After` seconds */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanJob"];
                };
            };
            /** @description Bad request: `request.cursor`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `plan.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over`, `plan.cancelled` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `edit.does_not_fit`, `edit.not_free`, `edit.stairs`, `edit.unreachable`, `idempotency.other_request`, `osrm.refused`, `osrm.unreachable`, `plan.conflict`, `plan.failed`, `plan.gave_up`, `plan.gone`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `region.format`, `replan.too_many`, `replan.walker`, `start.unreachable`, `streets.damaged`, `streets.format`, `streets.none`, `volunteers.too_many_starts` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the plan
                 * @example pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "for": "latecomer",
                 *       "minutes": 45,
                 *       "most": 2
                 *     }
                 */
                "application/json": components["schemas"]["SuggestRequest"];
            };
        };
        responses: {
            /** @description Suggestions, best first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
            /** @description Not ready: ask again at `href`, after `Retry-After` seconds */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanJob"];
                };
            };
            /** @description Bad request: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many`, `start.unreachable`, `suggest.walk`, `suggest.walker`, `volunteers.too_many_starts` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `area.unknown`, `plan.unknown`, `ranking.unknown`, `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress`, `plan.replaced`, `suggest.walk_over` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over`, `plan.cancelled` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `edit.does_not_fit`, `edit.not_free`, `edit.stairs`, `edit.unreachable`, `idempotency.other_request`, `osrm.refused`, `osrm.unreachable`, `plan.conflict`, `plan.failed`, `plan.gave_up`, `plan.gone`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `region.format`, `replan.too_many`, `replan.walker`, `start.unreachable`, `streets.damaged`, `streets.format`, `streets.none`, `volunteers.too_many_starts` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `osrm.refused`, `osrm.unreachable`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    priceWishes: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the plan
                 * @example pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["PriceRequest"];
            };
        };
        responses: {
            /** @description The wishes that the plan has, dearest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WishPrices"];
                };
            };
            /** @description Not ready: ask again at `href`, after `Retry-After` seconds */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanJob"];
                };
            };
            /** @description Bad request: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many`, `start.unreachable`, `volunteers.too_many_starts` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `area.unknown`, `plan.unknown`, `ranking.unknown`, `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress`, `plan.replaced` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over`, `plan.cancelled` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `price.too_many`, `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `edit.does_not_fit`, `edit.not_free`, `edit.stairs`, `edit.unreachable`, `idempotency.other_request`, `osrm.refused`, `osrm.unreachable`, `plan.conflict`, `plan.failed`, `plan.gave_up`, `plan.gone`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `region.format`, `replan.too_many`, `replan.walker`, `start.unreachable`, `streets.damaged`, `streets.format`, `streets.none`, `volunteers.too_many_starts` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `osrm.refused`, `osrm.unreachable`, `price.late`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    estimate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "region": "paris-9e-10e",
                 *       "area": {
                 *         "precincts": [
                 *           "0925"
                 *         ]
                 *       },
                 *       "minutes": [
                 *         60,
                 *         90
                 *       ],
                 *       "volunteers": 5,
                 *       "upTo": 30
                 *     }
                 */
                "application/json": components["schemas"]["EstimateRequest"];
            };
        };
        responses: {
            /** @description The curves */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Estimate"];
                };
            };
            /** @description Bad request: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many`, `start.unreachable`, `volunteers.too_many_starts` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `area.unknown`, `ranking.unknown`, `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request`, `region.format`, `streets.damaged`, `streets.format`, `streets.none` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `estimate.late`, `ledger.busy`, `osrm.refused`, `osrm.unreachable`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVisits: {
        parameters: {
            query: {
                /**
                 * @description name of a prepared region
                 * @example paris-9e-10e
                 */
                region: string;
                /**
                 * @description `next` of the page before
                 * @example cGxu
                 */
                cursor?: string;
                /**
                 * @description default 50
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description only targets that were left from then on
                 * @example 2026-03-14T00:00:00+01:00
                 */
                from?: string;
                /**
                 * @description only targets that were left before
                 * @example 2026-03-15T00:00:00+01:00
                 */
                to?: string;
                /** @description only these fields of each entry; several with commas: `id`, `target`, `block`, `at`, `knocked`, `opened`, `refused`, `revisit`, `optedOut`, `noAccess`, `scope`, `floors` */
                fields?: string;
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of visits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitPage"];
                    "application/vnd.doorwalk.part+json": components["schemas"]["VisitPagePart"];
                    "application/x-ndjson": string;
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.cursor`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportVisits: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "visits": [
                 *         {
                 *           "id": "phone7-000001",
                 *           "target": "osm:r1083342#3",
                 *           "walk": "wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1",
                 *           "at": "2026-03-14T14:02:00+01:00",
                 *           "knocked": 3,
                 *           "opened": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["VisitReport"];
            };
        };
        responses: {
            /** @description What became of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitsAnswer"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request`, `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportPaper: {
        parameters: {
            query?: {
                /** @description `true`: the sheet came back for good; a walk that was handed out is over with it; default "false" */
                finish?: "true" | "false";
            };
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the walk
                 * @example wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1
                 */
                walkId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "stops": [
                 *         {
                 *           "stop": "1",
                 *           "knocked": 3,
                 *           "opened": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Sheet"];
                /**
                 * @example stop;knocked;opened;refused;noAccess
                 *     1;9;3;1;
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What became of each line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetTaken"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `region.unknown`, `walk.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request`, `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCorrection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the walk
                 * @example wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1
                 */
                walkId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "target": "osm:r1083342#3",
                 *       "kind": "doors",
                 *       "doors": 7
                 *     }
                 */
                "application/json": components["schemas"]["NewCorrection"];
            };
        };
        responses: {
            /** @description The correction */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Correction"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `walk.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCorrections: {
        parameters: {
            query?: {
                /**
                 * @description `next` of the page before
                 * @example cGxu
                 */
                cursor?: string;
                /**
                 * @description default 50
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description only of this region
                 * @example paris-9e-10e
                 */
                region?: string;
                /** @description only those that stand there */
                state?: components["schemas"]["CorrectionState"];
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of corrections */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionList"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.cursor`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptCorrection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the correction
                 * @example cor_0A1B2C3D4E5F60718293A4B5C6
                 */
                correctionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The correction, and what follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedCorrection"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `correction.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `buildings.too_many`, `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuseCorrection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the correction
                 * @example cor_0A1B2C3D4E5F60718293A4B5C6
                 */
                correctionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The correction */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedCorrection"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `correction.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCoverage: {
        parameters: {
            query: {
                /**
                 * @description name of a prepared region
                 * @example paris-9e-10e
                 */
                region: string;
                /**
                 * @description id of a stored area: the blocks in it
                 * @example area_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                area?: string;
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By block and precinct, and in all */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coverage"];
                    "application/geo+json": components["schemas"]["CoverageMap"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `area.needs_streets`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `area.unknown`, `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAssumptions: {
        parameters: {
            query: {
                /**
                 * @description name of a prepared region
                 * @example paris-9e-10e
                 */
                region: string;
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Usual and learnt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearntAssumptions"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHoldouts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldoutList"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createHoldout: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "region": "paris-9e-10e",
                 *       "unit": "precinct",
                 *       "share": 0.5,
                 *       "pairs": {
                 *         "field": "taux_abstention"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewHoldout"];
            };
        };
        responses: {
            /** @description Drawn and sealed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Holdout"];
                };
            };
            /** @description Bad request: `holdout.strata`, `ranking.other_region`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `ranking.unknown`, `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `holdout.size`, `idempotency.other_request`, `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteHoldout: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the hold-out
                 * @example hld_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                holdoutId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `holdout.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `holdout.unsealed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unsealHoldout: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the hold-out
                 * @example hld_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                holdoutId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With its seed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Holdout"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `holdout.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAssignment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the hold-out
                 * @example hld_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                holdoutId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All units */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentList"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `holdout.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `holdout.sealed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    evaluateHoldout: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the hold-out
                 * @example hld_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                holdoutId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "results": [
                 *         {
                 *           "precinct": "0918",
                 *           "votes": 300,
                 *           "registered": 1000
                 *         },
                 *         {
                 *           "precinct": "0919",
                 *           "votes": 307,
                 *           "registered": 1000
                 *         },
                 *         {
                 *           "precinct": "0920",
                 *           "votes": 314,
                 *           "registered": 1000
                 *         },
                 *         {
                 *           "precinct": "0921",
                 *           "votes": 321,
                 *           "registered": 1000
                 *         },
                 *         {
                 *           "precinct": "0922",
                 *           "votes": 328,
                 *           "registered": 1000
                 *         },
                 *         {
                 *           "precinct": "0923",
                 *           "votes": 335,
                 *           "registered": 1000
                 *         },
                 *         {
                 *           "precinct": "0924",
                 *           "votes": 342,
                 *           "registered": 1000
                 *         },
                 *         {
                 *           "precinct": "0925",
                 *           "votes": 349,
                 *           "registered": 1000
                 *         },
                 *         {
                 *           "precinct": "0926",
                 *           "votes": 356,
                 *           "registered": 1000
                 *         },
                 *         {
                 *           "precinct": "1028",
                 *           "votes": 363,
                 *           "registered": 1000
                 *         },
                 *         {
                 *           "precinct": "1029",
                 *           "votes": 370,
                 *           "registered": 1000
                 *         },
                 *         {
                 *           "precinct": "1030",
                 *           "votes": 377,
                 *           "registered": 1000
                 *         },
                 *         {
                 *           "precinct": "1031",
                 *           "votes": 384,
                 *           "registered": 1000
                 *         },
                 *         {
                 *           "precinct": "1034",
                 *           "votes": 391,
                 *           "registered": 1000
                 *         }
                 *       ],
                 *       "lastField": "pct_gregoire"
                 *     }
                 */
                "application/json": components["schemas"]["EvaluationRequest"];
            };
        };
        responses: {
            /** @description The difference, and how sure it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluation"];
                };
            };
            /** @description Bad request: `evaluation.results`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `holdout.unknown`, `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `holdout.sealed`, `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `evaluation.not_precincts`, `evaluation.too_few`, `idempotency.other_request`, `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCampaign: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description the campaign of the calling key; no other exists for it
                 * @example demo
                 */
                campaign: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignSettings"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `campaign.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCampaign: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description the `ETag` that was read: 412 when somebody has changed it since
                 * @example "33a64df551425fcc"
                 */
                "If-Match"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description the campaign of the calling key; no other exists for it
                 * @example demo
                 */
                campaign: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "timeZone": "Europe/Paris",
                 *       "ballots": [
                 *         "2026-03-15",
                 *         "2026-03-22"
                 *       ],
                 *       "silenceHours": 0,
                 *       "goal": {
                 *         "doors": 5000,
                 *         "by": "2026-03-20"
                 *       },
                 *       "revisit": {
                 *         "delayHours": 24,
                 *         "maxAttempts": 2
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CampaignSettingsInput"];
            };
        };
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignSettings"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `campaign.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Precondition failed: `request.changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCampaign: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description the campaign of the calling key; no other exists for it
                 * @example demo
                 */
                campaign: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is left */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `campaign.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccesses: {
        parameters: {
            query?: {
                /**
                 * @description `next` of the page before
                 * @example cGxu
                 */
                cursor?: string;
                /**
                 * @description default 50
                 * @example 50
                 */
                limit?: number;
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description the campaign of the calling key; no other exists for it
                 * @example demo
                 */
                campaign: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the access log */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessPage"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.cursor`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `campaign.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRegions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionList"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPrecincts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description name of the region
                 * @example paris-9e-10e
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["FeatureCollection"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegionMap: {
        parameters: {
            query?: {
                /**
                 * @description west,south,east,north; default: the whole region
                 * @example 2.346,48.878,2.348,48.880
                 */
                bbox?: string;
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description name of the region
                 * @example paris-9e-10e
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MultiLineStrings (`kind: street`) and Polygons (`kind: building`) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["FeatureCollection"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.bbox`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRankings: {
        parameters: {
            query?: {
                /**
                 * @description `next` of the page before
                 * @example cGxu
                 */
                cursor?: string;
                /**
                 * @description default 50
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description only rankings of this region
                 * @example paris-9e-10e
                 */
                region?: string;
                /**
                 * @description only those of this name
                 * @example paris-9e-10e
                 */
                name?: string;
                /** @description only these fields of each entry; several with commas: `id`, `name`, `version`, `region`, `regionVersion`, `formula`, `at`, `counts`, `notes`, `createdAt` */
                fields?: string;
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of rankings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RankingList"];
                    "application/vnd.doorwalk.part+json": components["schemas"]["RankingListPart"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.cursor`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRanking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Turnout",
                 *       "region": "paris-9e-10e",
                 *       "formula": {
                 *         "preset": "mobilise",
                 *         "own": "pct_gregoire"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewRanking"];
            };
        };
        responses: {
            /** @description The ranking */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ranking"];
                };
            };
            /** @description Bad request: `area.empty`, `area.ring_open`, `area.self_crossing`, `area.too_large`, `area.too_many_vertices`, `ranking.lists`, `ranking.no_areas`, `ranking.not_a_share`, `ranking.nothing`, `ranking.order`, `ranking.outside`, `ranking.refused_field`, `ranking.twice`, `ranking.unknown_field`, `ranking.unknown_precinct`, `ranking.weights`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress`, `ranking.too_many` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request`, `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRanking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id; `.csv` or `.geojson` behind it chooses the form
                 * @example rk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                rankingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ranking */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ranking"];
                    "text/csv": string;
                    "application/geo+json": components["schemas"]["FeatureCollection"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `ranking.unknown`, `region.unknown`, `request.unknown_form` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRanking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description its id
                 * @example rk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                rankingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `ranking.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeAreas: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description its id
                 * @example rk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                rankingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "volunteers": 4,
                 *       "minutes": 60,
                 *       "startAt": "2026-03-14T14:00:00+01:00"
                 *     }
                 */
                "application/json": components["schemas"]["RankingProposal"];
            };
        };
        responses: {
            /** @description The evenings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many`, `start.unreachable` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `ranking.unknown`, `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request`, `proposal.nothing`, `region.format`, `streets.damaged`, `streets.format`, `streets.none` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `osrm.refused`, `osrm.unreachable`, `proposal.late`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAreas: {
        parameters: {
            query?: {
                /**
                 * @description `next` of the page before
                 * @example cGxu
                 */
                cursor?: string;
                /**
                 * @description default 50
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description only areas of this region
                 * @example paris-9e-10e
                 */
                region?: string;
                /** @description only these fields of each entry; several with commas: `id`, `label`, `region`, `area`, `createdAt` */
                fields?: string;
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of areas */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaList"];
                    "application/vnd.doorwalk.part+json": components["schemas"]["AreaListPart"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.cursor`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createArea: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "label": "North",
                 *       "region": "paris-9e-10e",
                 *       "area": {
                 *         "precincts": [
                 *           "0925",
                 *           "1005"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewArea"];
            };
        };
        responses: {
            /** @description The stored area */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredArea"];
                };
            };
            /** @description Bad request: `area.empty`, `area.ring_open`, `area.self_crossing`, `area.too_large`, `area.too_many_vertices`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `area.too_large`, `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request`, `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArea: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the stored area
                 * @example area_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                areaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The area */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredArea"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `area.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteArea: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the stored area
                 * @example area_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                areaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `area.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBatches: {
        parameters: {
            query?: {
                /**
                 * @description `next` of the page before
                 * @example cGxu
                 */
                cursor?: string;
                /**
                 * @description default 50
                 * @example 50
                 */
                limit?: number;
                /** @description only batches that are so; several with commas: `running`, `done` */
                status?: string;
                /**
                 * @description only batches of this region
                 * @example paris-9e-10e
                 */
                region?: string;
                /** @description only these fields of each entry; several with commas: `id`, `label`, `region`, `createdAt`, `status`, `progress`, `shifts`, `warnings`, `pack` */
                fields?: string;
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of batches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchList"];
                    "application/vnd.doorwalk.part+json": components["schemas"]["BatchListPart"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.cursor`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createBatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `respond-async`: answer 202 at once; `wait=N`: wait so many seconds first, 25 at most
                 * @example respond-async
                 */
                Prefer?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "region": "paris-9e-10e",
                 *       "label": "Second round",
                 *       "areas": [
                 *         {
                 *           "label": "Poissonnière",
                 *           "area": {
                 *             "precincts": [
                 *               "0925"
                 *             ]
                 *           },
                 *           "start": [
                 *             2.3475,
                 *             48.8791
                 *           ]
                 *         }
                 *       ],
                 *       "shifts": [
                 *         {
                 *           "label": "Friday",
                 *           "startAt": "2026-03-20T18:00:00+01:00",
                 *           "minutes": 60
                 *         },
                 *         {
                 *           "label": "Saturday",
                 *           "startAt": "2026-03-21T10:00:00+01:00",
                 *           "minutes": 60
                 *         }
                 *       ],
                 *       "volunteers": [
                 *         {
                 *           "id": "a",
                 *           "shifts": [
                 *             1
                 *           ]
                 *         },
                 *         {
                 *           "id": "b",
                 *           "people": 2
                 *         }
                 *       ],
                 *       "iterations": 200
                 *     }
                 */
                "application/json": components["schemas"]["NewBatch"];
            };
        };
        responses: {
            /** @description The batch, planned while the caller waited */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description The batch, being planned */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description Bad request: `area.empty`, `area.ring_open`, `area.self_crossing`, `area.too_large`, `area.too_many_vertices`, `batch.nobody`, `batch.too_many_plans`, `batch.unknown_area`, `batch.unknown_shift`, `plan.iterations`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `area.unknown`, `ranking.unknown`, `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request`, `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `respond-async`: answer 202 at once; `wait=N`: wait so many seconds first, 25 at most
                 * @example respond-async
                 */
                Prefer?: string;
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the batch
                 * @example bat_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description It is still being planned, after `Prefer: wait=N` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `batch.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteBatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the batch
                 * @example bat_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `batch.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replanShift: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `respond-async`: answer 202 at once; `wait=N`: wait so many seconds first, 25 at most
                 * @example respond-async
                 */
                Prefer?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the batch
                 * @example bat_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                batchId: string;
                /**
                 * @description number of the shift, from 1
                 * @example 1
                 */
                shift: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch, planned while the caller waited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description The batch, being planned */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `batch.unknown`, `batch.unknown_shift`, `plan.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `batch.running`, `batch.shift_begun`, `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBatchPack: {
        parameters: {
            query?: {
                /**
                 * @description default: all
                 * @example 1
                 */
                shift?: number;
                /** @description of the page to print: `large` for letters of 16 points and more; default `normal` */
                print?: "normal" | "large";
                /** @description for people who speak it; default: names and tables for programs */
                language?: "fr" | "en";
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the batch
                 * @example bat_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A ZIP */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `batch.unknown`, `batch.unknown_shift` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `batch.running` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `batch.pack_too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBuildings: {
        parameters: {
            query: {
                /**
                 * @description name of a prepared region
                 * @example paris-9e-10e
                 */
                region: string;
                /**
                 * @description `next` of the page before
                 * @example cGxu
                 */
                cursor?: string;
                /**
                 * @description default 50
                 * @example 50
                 */
                limit?: number;
                /** @description only key buildings, or only the others */
                key?: "true" | "false";
                /** @description only these fields of each entry; several with commas: `id`, `doors`, `priority`, `key`, `location`, `address`, `floors`, `exclude` */
                fields?: string;
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of targets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetPage"];
                    "application/vnd.doorwalk.part+json": components["schemas"]["TargetPagePart"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.cursor`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importBuildings: {
        parameters: {
            query: {
                /**
                 * @description name of a prepared region
                 * @example paris-9e-10e
                 */
                region: string;
            };
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "targets": [
                 *         {
                 *           "id": "hall-3",
                 *           "location": [
                 *             2.3475,
                 *             48.8791
                 *           ],
                 *           "doors": 24,
                 *           "key": true,
                 *           "address": {
                 *             "number": "12 bis",
                 *             "street": "rue Condorcet"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["TargetList"];
                "application/geo+json": components["schemas"]["FeatureCollection"];
                /**
                 * @example id;lng;lat;doors;key;number;street
                 *     hall-3;2.3475;48.8791;24;yes;12 bis;rue Condorcet
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What was taken, repaired and refused, line by line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description Bad request: `buildings.malformed`, `buildings.unknown_field`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `buildings.too_many`, `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request`, `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteBuildings: {
        parameters: {
            query: {
                /**
                 * @description name of a prepared region
                 * @example paris-9e-10e
                 */
                region: string;
                /**
                 * @description id of one of your own targets; default: all of the region
                 * @example hall-3
                 */
                id?: string;
            };
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                /**
                 * @description `next` of the page before
                 * @example cGxu
                 */
                cursor?: string;
                /**
                 * @description default 50
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description only of this region
                 * @example paris-9e-10e
                 */
                region?: string;
                /** @description only of this kind */
                kind?: components["schemas"]["ListKind"];
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of imports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportList"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.cursor`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "region": "paris-9e-10e",
                 *       "kind": "targets",
                 *       "name": "liste.csv"
                 *     }
                 */
                "application/json": components["schemas"]["NewImport"];
            };
        };
        responses: {
            /** @description It waits for its list */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOpened"];
                };
            };
            /** @description It will be read */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Bad request: `imports.choice`, `imports.opt_outs_stay`, `imports.two_lists`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request`, `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeBackImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the import
                 * @example imp_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be taken back */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `imports.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress`, `imports.stays` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the import
                 * @example imp_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be read */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `imports.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress`, `imports.upload` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: {
                /** @description of its sentences; default: what Accept-Language says, else English */
                language?: "fr" | "en";
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the import
                 * @example imp_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `imports.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the import
                 * @example imp_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is over */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `imports.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportReport: {
        parameters: {
            query?: {
                /**
                 * @description `next` of the page before
                 * @example cGxu
                 */
                cursor?: string;
                /** @description of its sentences; default: what Accept-Language says, else English */
                language?: "fr" | "en";
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the import
                 * @example imp_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReportPage"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.cursor`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `imports.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImportReportTable: {
        parameters: {
            query?: {
                /** @description of its sentences; default: what Accept-Language says, else English */
                language?: "fr" | "en";
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the import
                 * @example imp_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Once it has ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `imports.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadList: {
        parameters: {
            query: {
                /** @description part of the address */
                token: string;
            };
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description It has arrived */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `imports.upload_expired` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed: `request.method` */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTargets: {
        parameters: {
            query: {
                /**
                 * @description name of a prepared region
                 * @example paris-9e-10e
                 */
                region: string;
                /**
                 * @description id of a stored area
                 * @example area_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                area?: string;
                /** @description instead of an area: codes of precincts, with commas between them */
                precincts?: string;
                /** @description numeric property of the precincts that `score` comes from, as in a plan */
                priority?: string;
                /** @description instead: id of a stored ranking (`rk_…`), or its name, that `score` comes from, as in a plan */
                ranking?: string;
                /**
                 * @description `next` of the page before
                 * @example cGxu
                 */
                cursor?: string;
                /**
                 * @description default: 50 as JSON, all there is room for as a table or map
                 * @example 50
                 */
                limit?: number;
                /** @description only these fields of each entry; several with commas: `target`, `building`, `address`, `postcode`, `city`, `entrance`, `storeys`, `doors`, `doorsLow`, `doorsHigh`, `doorsSource`, `floors`, `score`, `key`, `state`, `precinct`, `block`, `location` */
                fields?: string;
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of targets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedTargetPage"];
                    "application/vnd.doorwalk.part+json": components["schemas"]["ListedTargetPagePart"];
                    "text/csv": string;
                    "application/geo+json": components["schemas"]["ListedTargetMap"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `area.bad_cell`, `area.empty`, `area.holds_nothing`, `area.needs_streets`, `area.no_precincts`, `area.outside_region`, `area.ring_open`, `area.self_crossing`, `area.swapped`, `area.too_large`, `area.too_many_parts`, `area.too_many_vertices`, `area.unknown_precinct`, `priority.no_precincts`, `priority.unknown_field`, `ranking.other_region`, `request.cursor`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `area.unknown`, `ranking.unknown`, `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTargetFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description same key and same request within 24 hours: the first answer again
                 * @example north-2026-03
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "region": "paris-9e-10e",
                 *       "precincts": [
                 *         "0925"
                 *       ],
                 *       "priority": "taux_abstention",
                 *       "form": "csv"
                 *     }
                 */
                "application/json": components["schemas"]["NewTargetFile"];
            };
        };
        responses: {
            /** @description It will be written */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetFile"];
                };
            };
            /** @description Bad request: `area.needs_streets`, `ranking.other_region`, `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `area.unknown`, `ranking.unknown`, `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress`, `targets.too_many_files` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request`, `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `region.damaged`, `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTargetFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the file
                 * @example lst_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetFileToFetch"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `targets.unknown_file` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTargetFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the file
                 * @example lst_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `targets.unknown_file` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased`, `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadTargets: {
        parameters: {
            query: {
                /** @description part of the address */
                token: string;
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list, as long as it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/geo+json": components["schemas"]["FeatureCollection"];
                    "application/json": Record<string, never>;
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `targets.link_expired` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Method not allowed: `request.method` */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.over` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scopes": [
                 *         "reporter"
                 *       ],
                 *       "label": "phones",
                 *       "expiresAt": "2027-03-16T00:00:00+01:00"
                 *     }
                 */
                "application/json": components["schemas"]["NewKey"];
            };
        };
        responses: {
            /** @description The key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyWithSecret"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the key
                 * @example key_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `key.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://crm.example.com/doorwalk",
                 *       "label": "CRM",
                 *       "events": [
                 *         "plan.completed",
                 *         "plan.failed"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description The webhook and its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many`, `webhook.url` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `webhook.too_many` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the webhook
                 * @example whk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `webhook.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the webhook
                 * @example whk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `webhook.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the webhook
                 * @example whk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook and its new secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `webhook.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enableWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the webhook
                 * @example whk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `webhook.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the webhook
                 * @example whk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On its way; look into the deliveries */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedEvent"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `webhook.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `webhook.disabled` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /**
                 * @description `next` of the page before
                 * @example cGxu
                 */
                cursor?: string;
                /**
                 * @description default 50
                 * @example 50
                 */
                limit?: number;
                /** @description only deliveries that are so; several with commas: `pending`, `delivered`, `parked` */
                state?: string;
                /** @description only events of these types; several with commas: `plan.completed`, `plan.failed`, `plan.stale`, `walk.started`, `walk.completed`, `block.completed`, `batch.completed`, `import.completed`, `import.failed`, `webhook.disabled`, `webhook.test` */
                type?: string;
                /** @description only these fields of each entry; several with commas: `eventId`, `type`, `state`, `createdAt`, `nextAt`, `attempts` */
                fields?: string;
            };
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the webhook
                 * @example whk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                    "application/vnd.doorwalk.part+json": components["schemas"]["DeliveryPagePart"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.cursor`, `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `webhook.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the webhook
                 * @example whk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                webhookId: string;
                /**
                 * @description id of the event, its `webhook-id`
                 * @example evt_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedEvent"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `delivery.unknown`, `webhook.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `webhook.disabled` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceList"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSource: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "label": "phone bank"
                 *     }
                 */
                "application/json": components["schemas"]["NewSource"];
            };
        };
        responses: {
            /** @description The source and its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceWithSecret"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `source.too_many` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSource: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the source
                 * @example src_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `source.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateSourceSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path: {
                /**
                 * @description id of the source
                 * @example src_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["RotateRequest"];
            };
        };
        responses: {
            /** @description The source and its new secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceWithSecret"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `key.malformed`, `key.missing`, `key.unknown`, `link.ended`, `link.unknown` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed with this key: `key.scope`, `link.scope` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `source.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable: `request.not_acceptable` */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportInboundVisits: {
        parameters: {
            query: {
                /**
                 * @description id of the source that signs
                 * @example src_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                source: string;
            };
            header: {
                /**
                 * @description the same on every attempt of a message
                 * @example msg_000001
                 */
                "webhook-id": string;
                /**
                 * @description seconds since the epoch, at most 5 minutes from now
                 * @example 1773493200
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and base64 of HMAC-SHA256 over id.timestamp.body
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "region": "paris-9e-10e",
                 *       "visits": [
                 *         {
                 *           "id": "crm-000001",
                 *           "target": "hall-3",
                 *           "at": "2026-03-14T14:00:00+01:00",
                 *           "knocked": 9,
                 *           "opened": 3
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["VisitReport"];
            };
        };
        responses: {
            /** @description What became of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitsAnswer"];
                };
            };
            /** @description Bad request: `request.invalid`, `request.malformed`, `request.too_deep`, `request.too_many` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Key missing or unknown: `signature.expired`, `signature.missing`, `signature.wrong` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `region.unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict: `idempotency.in_progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone: `campaign.erased` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large: `request.too_large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported content type: `request.content_encoding`, `request.content_type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Cannot be processed: `idempotency.other_request`, `region.format` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.exceeded` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `ledger.busy`, `region.damaged`, `service.closing`, `storage.damaged`, `walk.busy` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `ETag` of an answer before: 304 without a body when nothing has changed since
                 * @example "33a64df551425fcc"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /**
                 * @description an id of your own for this request; answer and log carry it
                 * @example saturday-042
                 */
                "X-Request-Id"?: components["parameters"]["RequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Both answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description As it was when it was read before: no body */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Method not allowed: `request.method` */
            405: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error: `bug.unexpected` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Try again later: `service.closing`, `storage.damaged`, `store.down` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Disk full or read-only: `storage.full`, `storage.unwritable` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    onPlanCompleted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description id of the event, the same on every attempt: an event may come twice
                 * @example evt_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                "webhook-id": string;
                /**
                 * @description seconds since the epoch, of this attempt; refuse what is older than 5 minutes
                 * @example 1773493200
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and base64 of HMAC-SHA256 over id.timestamp.body; two of them while a secret is replaced
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "plan.completed",
                 *       "timestamp": "2026-03-14T13:00:00.000Z",
                 *       "data": {
                 *         "planId": "pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T",
                 *         "region": "paris-9e-10e",
                 *         "href": "/v1/plans/pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T",
                 *         "summary": {
                 *           "walks": 2,
                 *           "targets": 14,
                 *           "doors": 131,
                 *           "prize": 96.5,
                 *           "seconds": 6470,
                 *           "metres": 820,
                 *           "balance": 1.01,
                 *           "doorsPerHour": 33.1,
                 *           "leftOut": {
                 *             "not_selected": 61
                 *           }
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PlanCompletedMessage"];
            };
        };
        responses: {
            /** @description Nothing more, please: the webhook is switched off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. An answer must come within 15 seconds */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A failure, as everything else is, redirects included: it is sent again, up to 8 times in 28 hours */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPlanFailed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description id of the event, the same on every attempt: an event may come twice
                 * @example evt_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                "webhook-id": string;
                /**
                 * @description seconds since the epoch, of this attempt; refuse what is older than 5 minutes
                 * @example 1773493200
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and base64 of HMAC-SHA256 over id.timestamp.body; two of them while a secret is replaced
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "plan.failed",
                 *       "timestamp": "2026-03-14T13:00:00.000Z",
                 *       "data": {
                 *         "planId": "pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T",
                 *         "region": "paris-9e-10e",
                 *         "href": "/v1/plans/pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T",
                 *         "error": {
                 *           "kind": "input",
                 *           "code": "area.unknown_precinct",
                 *           "detail": "/area/precincts/0: got \"9999\", expected one of 0925, 1005",
                 *           "errors": [
                 *             {
                 *               "pointer": "/area/precincts/0",
                 *               "detail": "got \"9999\", expected one of 0925, 1005"
                 *             }
                 *           ]
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PlanFailedMessage"];
            };
        };
        responses: {
            /** @description Nothing more, please: the webhook is switched off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. An answer must come within 15 seconds */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A failure, as everything else is, redirects included: it is sent again, up to 8 times in 28 hours */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onPlanStale: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description id of the event, the same on every attempt: an event may come twice
                 * @example evt_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                "webhook-id": string;
                /**
                 * @description seconds since the epoch, of this attempt; refuse what is older than 5 minutes
                 * @example 1773493200
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and base64 of HMAC-SHA256 over id.timestamp.body; two of them while a secret is replaced
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "plan.stale",
                 *       "timestamp": "2026-03-14T13:00:00.000Z",
                 *       "data": {
                 *         "planId": "pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T",
                 *         "region": "paris-9e-10e",
                 *         "href": "/v1/plans/pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T",
                 *         "at": "2026-03-14T13:00:00.000Z",
                 *         "reasons": [
                 *           "visited"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PlanStaleMessage"];
            };
        };
        responses: {
            /** @description Nothing more, please: the webhook is switched off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. An answer must come within 15 seconds */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A failure, as everything else is, redirects included: it is sent again, up to 8 times in 28 hours */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWalkStarted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description id of the event, the same on every attempt: an event may come twice
                 * @example evt_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                "webhook-id": string;
                /**
                 * @description seconds since the epoch, of this attempt; refuse what is older than 5 minutes
                 * @example 1773493200
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and base64 of HMAC-SHA256 over id.timestamp.body; two of them while a secret is replaced
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "walk.started",
                 *       "timestamp": "2026-03-14T13:00:00.000Z",
                 *       "data": {
                 *         "walkId": "wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1",
                 *         "planId": "pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T",
                 *         "href": "/v1/walks/wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1",
                 *         "startedAt": "2026-03-14T13:04:00.000Z",
                 *         "endedAt": null,
                 *         "targets": 9
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["WalkStartedMessage"];
            };
        };
        responses: {
            /** @description Nothing more, please: the webhook is switched off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. An answer must come within 15 seconds */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A failure, as everything else is, redirects included: it is sent again, up to 8 times in 28 hours */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWalkCompleted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description id of the event, the same on every attempt: an event may come twice
                 * @example evt_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                "webhook-id": string;
                /**
                 * @description seconds since the epoch, of this attempt; refuse what is older than 5 minutes
                 * @example 1773493200
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and base64 of HMAC-SHA256 over id.timestamp.body; two of them while a secret is replaced
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "walk.completed",
                 *       "timestamp": "2026-03-14T13:00:00.000Z",
                 *       "data": {
                 *         "walkId": "wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1",
                 *         "planId": "pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T",
                 *         "href": "/v1/walks/wlk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T_1",
                 *         "startedAt": "2026-03-14T13:04:00.000Z",
                 *         "endedAt": "2026-03-14T14:02:00.000Z",
                 *         "targets": 9
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["WalkCompletedMessage"];
            };
        };
        responses: {
            /** @description Nothing more, please: the webhook is switched off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. An answer must come within 15 seconds */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A failure, as everything else is, redirects included: it is sent again, up to 8 times in 28 hours */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBlockCompleted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description id of the event, the same on every attempt: an event may come twice
                 * @example evt_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                "webhook-id": string;
                /**
                 * @description seconds since the epoch, of this attempt; refuse what is older than 5 minutes
                 * @example 1773493200
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and base64 of HMAC-SHA256 over id.timestamp.body; two of them while a secret is replaced
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "block.completed",
                 *       "timestamp": "2026-03-14T13:00:00.000Z",
                 *       "data": {
                 *         "region": "paris-9e-10e",
                 *         "block": "8a1fb46620affff",
                 *         "targets": 21,
                 *         "doors": 184
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["BlockCompletedMessage"];
            };
        };
        responses: {
            /** @description Nothing more, please: the webhook is switched off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. An answer must come within 15 seconds */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A failure, as everything else is, redirects included: it is sent again, up to 8 times in 28 hours */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onBatchCompleted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description id of the event, the same on every attempt: an event may come twice
                 * @example evt_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                "webhook-id": string;
                /**
                 * @description seconds since the epoch, of this attempt; refuse what is older than 5 minutes
                 * @example 1773493200
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and base64 of HMAC-SHA256 over id.timestamp.body; two of them while a secret is replaced
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "batch.completed",
                 *       "timestamp": "2026-03-14T13:00:00.000Z",
                 *       "data": {
                 *         "batchId": "bat_01KKN9J4X0V5C0ZJ7M8Q2R3S4T",
                 *         "label": "Second round",
                 *         "region": "paris-9e-10e",
                 *         "plans": [
                 *           "pln_01KKN9J4X0V5C0ZJ7M8Q2R3S4T"
                 *         ],
                 *         "href": "/v1/batches/bat_01KKN9J4X0V5C0ZJ7M8Q2R3S4T",
                 *         "pack": "/v1/batches/bat_01KKN9J4X0V5C0ZJ7M8Q2R3S4T/pack"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["BatchCompletedMessage"];
            };
        };
        responses: {
            /** @description Nothing more, please: the webhook is switched off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. An answer must come within 15 seconds */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A failure, as everything else is, redirects included: it is sent again, up to 8 times in 28 hours */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onImportCompleted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description id of the event, the same on every attempt: an event may come twice
                 * @example evt_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                "webhook-id": string;
                /**
                 * @description seconds since the epoch, of this attempt; refuse what is older than 5 minutes
                 * @example 1773493200
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and base64 of HMAC-SHA256 over id.timestamp.body; two of them while a secret is replaced
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "import.completed",
                 *       "timestamp": "2026-03-14T13:00:00.000Z",
                 *       "data": {
                 *         "importId": "imp_01KKN9J4X0V5C0ZJ7M8Q2R3S4T",
                 *         "region": "paris-9e-10e",
                 *         "kind": "targets",
                 *         "dryRun": false,
                 *         "href": "/v1/imports/imp_01KKN9J4X0V5C0ZJ7M8Q2R3S4T",
                 *         "counts": {
                 *           "rows": 420,
                 *           "accepted": 415,
                 *           "repaired": 12,
                 *           "refused": 3,
                 *           "doubtful": 2
                 *         },
                 *         "changes": {
                 *           "added": 400,
                 *           "updated": 15,
                 *           "unchanged": 0
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ImportCompletedMessage"];
            };
        };
        responses: {
            /** @description Nothing more, please: the webhook is switched off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. An answer must come within 15 seconds */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A failure, as everything else is, redirects included: it is sent again, up to 8 times in 28 hours */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onImportFailed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description id of the event, the same on every attempt: an event may come twice
                 * @example evt_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                "webhook-id": string;
                /**
                 * @description seconds since the epoch, of this attempt; refuse what is older than 5 minutes
                 * @example 1773493200
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and base64 of HMAC-SHA256 over id.timestamp.body; two of them while a secret is replaced
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "import.failed",
                 *       "timestamp": "2026-03-14T13:00:00.000Z",
                 *       "data": {
                 *         "importId": "imp_01KKN9J4X0V5C0ZJ7M8Q2R3S4T",
                 *         "region": "paris-9e-10e",
                 *         "kind": "targets",
                 *         "dryRun": false,
                 *         "href": "/v1/imports/imp_01KKN9J4X0V5C0ZJ7M8Q2R3S4T",
                 *         "error": {
                 *           "code": "imports.upload",
                 *           "detail": "the list was not uploaded; send it again"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ImportFailedMessage"];
            };
        };
        responses: {
            /** @description Nothing more, please: the webhook is switched off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. An answer must come within 15 seconds */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A failure, as everything else is, redirects included: it is sent again, up to 8 times in 28 hours */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWebhookDisabled: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description id of the event, the same on every attempt: an event may come twice
                 * @example evt_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                "webhook-id": string;
                /**
                 * @description seconds since the epoch, of this attempt; refuse what is older than 5 minutes
                 * @example 1773493200
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and base64 of HMAC-SHA256 over id.timestamp.body; two of them while a secret is replaced
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "webhook.disabled",
                 *       "timestamp": "2026-03-14T13:00:00.000Z",
                 *       "data": {
                 *         "webhookId": "whk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T",
                 *         "label": "CRM",
                 *         "at": "2026-03-14T13:00:00.000Z",
                 *         "reason": "the receiver answered 410"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["WebhookDisabledMessage"];
            };
        };
        responses: {
            /** @description Nothing more, please: the webhook is switched off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. An answer must come within 15 seconds */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A failure, as everything else is, redirects included: it is sent again, up to 8 times in 28 hours */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWebhookTest: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description id of the event, the same on every attempt: an event may come twice
                 * @example evt_01KKN9J4X0V5C0ZJ7M8Q2R3S4T
                 */
                "webhook-id": string;
                /**
                 * @description seconds since the epoch, of this attempt; refuse what is older than 5 minutes
                 * @example 1773493200
                 */
                "webhook-timestamp": string;
                /**
                 * @description `v1,` and base64 of HMAC-SHA256 over id.timestamp.body; two of them while a secret is replaced
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "webhook.test",
                 *       "timestamp": "2026-03-14T13:00:00.000Z",
                 *       "data": {
                 *         "webhookId": "whk_01KKN9J4X0V5C0ZJ7M8Q2R3S4T"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["WebhookTestMessage"];
            };
        };
        responses: {
            /** @description Nothing more, please: the webhook is switched off */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Taken. An answer must come within 15 seconds */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A failure, as everything else is, redirects included: it is sent again, up to 8 times in 28 hours */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
