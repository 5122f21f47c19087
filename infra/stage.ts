/** What differs between stages. Everything else is the same on every stage, so that a test stage tests production. */

export const isProduction = $app.stage === 'production'

/** How long logs are kept: long enough for the Monday after a weekend, no longer. */
export const LOG_DAYS = isProduction ? 30 : 7

/** Host name for pages and API; without one CloudFront's own is used. Its DNS zone is expected in Route 53. */
export const domain = process.env['DOORWALK_DOMAIN']

/** Gets the alarms; without one they show in CloudWatch only. */
export const alarmEmail = process.env['DOORWALK_ALARM_EMAIL']

/** Origins whose pages may call the API beside our own, with commas. */
export const corsOrigins = process.env['DOORWALK_CORS'] ?? ''
