/** The name that stands for this machine, which no ssh is needed to reach. */
export const localhost = "localhost";
