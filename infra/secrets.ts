/** Set with `sst secret set OperatorKey dw_…`; the value is kept encrypted in the account's parameter store. */

/** The first key of the installation; it makes the others. */
export const operatorKey = new sst.Secret('OperatorKey')
