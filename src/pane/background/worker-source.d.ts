/** The text of a script that the build made of worker.ts or of the library for old formats (webpack.config.js). */
declare module "worker-source/*" {
  const source: string;
  export default source;
}
