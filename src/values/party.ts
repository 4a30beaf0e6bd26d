/** The four that give scores (评估方): 第三方, 购买方, 督导中心, 监督方. */
export type Party = "thirdParty" | "purchaser" | "guidance" | "supervisor";
export const PARTIES: readonly Party[] = ["purchaser", "supervisor", "guidance", "thirdParty"];
