//! The decisions behind the forms of accounts: each reads what was typed and is either right or says what is not.

use crate::fields::{self, FieldErrors, optional_text, required_text};

/// The longest employee number or organisation code.
const CODE_MOST: usize = 60;

/// The one form in which an address is stored and compared.
///
/// # Errors
/// Returns the message for the field `email` where it cannot be an address.
pub fn email(text: &str) -> Result<String, FieldErrors> {
    fields::email(text).map_err(|message| FieldErrors::one("email", message))
}

/// By what a person is known in staff files: the number at the employer, and the employer where several use it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffNumber {
    pub employee_number: String,
    pub employer_code: Option<String>,
}

impl StaffNumber {
    /// # Errors
    /// Returns a message for each of `employee_number` and `employer_code` that cannot be used.
    pub fn parse(employee_number: &str, employer_code: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let number = required_text(employee_number, "the employee number", CODE_MOST);
        let number = errors.keep("employee_number", number);
        let employer = optional_text(employer_code, "the employer’s code", CODE_MOST);
        let employer = errors.keep("employer_code", employer);
        match (number, employer) {
            (Some(employee_number), Some(employer_code)) => {
                Ok(Self { employee_number, employer_code })
            }
            _ => Err(errors),
        }
    }
}

/// *It is me.* Whether it is, only the password tells: an address is taken as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn<'a> {
    pub email: &'a str,
    pub password: &'a str,
}

impl<'a> SignIn<'a> {
    /// # Errors
    /// Returns a message for each of `email` and `password` that was left empty.
    pub fn parse(email: &'a str, password: &'a str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        if email.trim().is_empty() {
            errors.add("email", "Enter your email address");
        }
        if password.is_empty() {
            errors.add("password", "Enter your password");
        }
        errors.into_result().map(|()| Self { email, password })
    }
}

/// *Let this person sign in.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddAccount {
    pub email: String,
    /// Whose account it is; without, whoever has the address as work email.
    pub staff: Option<StaffNumber>,
}

impl AddAccount {
    /// # Errors
    /// Returns a message for each of `email`, `employee_number` and `employer_code` that cannot be used.
    pub fn parse(address: &str, number: &str, employer: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let email = email(address).map_err(|e| errors.0.extend(e.0)).ok();
        let named = !(number.trim().is_empty() && employer.trim().is_empty());
        let staff = named.then(|| StaffNumber::parse(number, employer)).transpose();
        let staff = staff.map_err(|e| errors.0.extend(e.0)).ok();
        match (email, staff) {
            (Some(email), Some(staff)) => Ok(Self { email, staff }),
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_one_form() {
        assert_eq!(email(" Amina.Khan@Staff.Example "), Ok("amina.khan@staff.example".to_owned()));
        for wrong in ["", "amina", "@staff.example", "amina@staff", "a b@staff.example"] {
            assert!(email(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_account_may_name_its_person_and_then_needs_the_number() {
        let alone = AddAccount::parse("a@staff.example", " ", "").unwrap();
        assert_eq!(alone.staff, None);
        let named = AddAccount::parse("a@staff.example", "2001", "ELFT").unwrap().staff.unwrap();
        assert_eq!(named.employer_code.as_deref(), Some("ELFT"));
        let errors = AddAccount::parse("nobody", "", "ELFT").unwrap_err();
        assert!(errors.of("email").is_some() && errors.of("employee_number").is_some());
    }
}
