import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { styled } from "@mui/material/styles";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useSearchParams } from "react-router";
import { ApiProblem } from "../api/ApiProblem";
import { LanguageSwitch } from "../shell/LanguageSwitch";
import { Logo } from "../shell/Logo";
import { SchemeSwitch } from "../shell/SchemeSwitch";
import { Column } from "../ui/Column";
import { Line } from "../ui/Line";
import { Problem } from "../ui/Problem";
import { useTitle } from "../ui/useTitle";
import { useSession, useSignIn } from "./useSession";

const Sheet = styled("main")(({ theme }) => ({
  minHeight: "100%",
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
  backgroundColor: theme.vars.palette.hub.canvas,
  [theme.breakpoints.down("md")]: { gridTemplateColumns: "minmax(0, 1fr)" },
}));

const Ink = styled("div")(({ theme }) => ({
  display: "flex",
  flexDirection: "column",
  justifyContent: "space-between",
  padding: theme.spacing(12),
  color: theme.vars.palette.hub.railText,
  backgroundColor: theme.vars.palette.hub.rail,
  "& .motto": { ...theme.typography.h1, fontSize: "2.125rem", maxWidth: 460, margin: 0 },
  "& .quiet": { maxWidth: 400, color: theme.vars.palette.hub.railMuted },
  [theme.breakpoints.down("md")]: { display: "none" },
}));

const Side = styled("div")(({ theme }) => ({
  display: "flex",
  flexDirection: "column",
  justifyContent: "space-between",
  padding: theme.spacing(6),
}));

const Form = styled("form")(({ theme }) => ({
  width: "100%",
  maxWidth: 340,
  margin: "0 auto",
  display: "flex",
  flexDirection: "column",
  gap: theme.spacing(5),
}));

const Mark = styled("div")(({ theme }) => ({ display: "none", [theme.breakpoints.down("md")]: { display: "block" } }));

export function LoginPage() {
  const { t } = useTranslation();
  const session = useSession();
  const signIn = useSignIn();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [search] = useSearchParams();
  useTitle(t("login.title"));

  if (session.data) return <Navigate to={safeReturn(search.get("return"))} replace />;
  const refused = signIn.error instanceof ApiProblem && signIn.error.status === 401;
  return (
    <Sheet>
      <Ink>
        <Logo />
        <Column gap="loose">
          <p className="motto">{t("login.motto")}</p>
          <Typography className="quiet">{t("login.promise")}</Typography>
        </Column>
        <Typography className="quiet" variant="caption" component="p">
          {t("login.foot")}
        </Typography>
      </Ink>
      <Side>
        <Line spread>
          <Mark>
            <Logo />
          </Mark>
          <span />
          <Line>
            <LanguageSwitch />
            <SchemeSwitch />
          </Line>
        </Line>
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            signIn.mutate({ email: email.trim(), password });
          }}
        >
          <Column gap="tight">
            <Typography variant="h1">{t("login.title")}</Typography>
            <Typography variant="body2" color="textSecondary">
              {t("login.lead")}
            </Typography>
          </Column>
          <Column gap="loose">
            <TextField
              label={t("field.email")}
              type="email"
              autoComplete="username"
              autoFocus
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
            <TextField
              label={t("field.password")}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
            {refused ? (
              <Typography role="alert" variant="body2" color="error">
                {t("login.refused")}
              </Typography>
            ) : (
              <Problem error={signIn.error} />
            )}
            <Button type="submit" variant="contained" size="medium" loading={signIn.isPending}>
              {t("act.signIn")}
            </Button>
          </Column>
        </Form>
        <Typography variant="caption" color="textSecondary" align="center">
          {t("login.help")}
        </Typography>
      </Side>
    </Sheet>
  );
}

/** Only a path of this application: a link must not carry a person who just signed in to another site. */
export function safeReturn(wanted: string | null): string {
  return wanted !== null && /^\/(?![/\\])/.test(wanted) && !wanted.startsWith("/login") ? wanted : "/";
}
